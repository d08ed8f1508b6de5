using CsCheck;

namespace Compliance.Policies.Tests;

public class RuleTemplateTests
{
    [Theory]
    [InlineData("plain", "'plain'@0")]
    [InlineData("{a}", "<a>@1")]
    [InlineData("is {a}, not {b.c}", "'is '@0 <a>@4 ', not '@6 <b.c>@13")]
    [InlineData("{a}{b}", "<a>@1 <b>@4")]
    [InlineData("{{a}}", "'{a}'@0")]
    [InlineData("{{{a}}}", "'{'@0 <a>@3 '}'@5")]
    [InlineData("keep {x == '}' ? \"{\" : \"a\"} end", "'keep '@0 <x == '}' ? \"{\" : \"a\">@6 ' end'@27")]
    [InlineData("{ {'a': 1}['a'] }", "< {'a': 1}['a'] >@1")]
    [InlineData(@"{'it\'s }'} x", @"<'it\'s }'>@1 ' x'@11")]
    [InlineData(@"{r'\'} x", @"<r'\'>@1 ' x'@6")]
    [InlineData("{'''a'}''' + b} x", "<'''a'}''' + b>@1 ' x'@15")]
    public void Text_and_expressions_are_told_apart(string template, string segments)
    {
        var (split, problems) = Split(template);

        problems.Should().BeEmpty();
        string.Join(' ', split!.Segments.Select(segment => (segment.IsExpression ? $"<{segment.Text}>" : $"'{segment.Text}'") + $"@{segment.Offset}")).Should().Be(segments);
    }

    [Theory]
    [InlineData("{a", 0)]
    [InlineData("a}", 1)]
    [InlineData("{}", 0)]
    [InlineData("x { }", 2)]
    [InlineData("{'a}", 0)]
    [InlineData("{{a}", 3)]
    public void A_brace_without_partner_is_a_problem_at_that_brace(string template, int offset)
    {
        var (split, problems) = Split(template);

        split.Should().BeNull();
        // message: ' stands before the template, in column 11
        problems.Should().ContainSingle(problem => problem.Code == "POL104").Which.Place.Column.Should().Be(12 + offset + template[..offset].Count(c => c == '\''));
    }

    [Fact]
    public void Segments_give_the_template_back()
    {
        Gen.String["ab{}'\" \\r"].Sample(template =>
        {
            if (template.Trim().Length == 0 || Split(template).Template is not { } split)
            {
                return;
            }

            var written = split.Segments.Select(segment => segment.IsExpression
                ? "{" + segment.Text + "}"
                : segment.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            string.Concat(written).Should().Be(template);
            foreach (var segment in split.Segments.Where(segment => segment.IsExpression))
            {
                template.Substring(segment.Offset, segment.Text.Length).Should().Be(segment.Text);
            }
        });
    }

    private static (RuleTemplate? Template, IReadOnlyList<Core.Model.Problem> Problems) Split(string template)
    {
        var problems = new ProblemList();
        var source = new SourceText("rule.yaml", $"message:  '{template.Replace("'", "''", StringComparison.Ordinal)}'\n");
        var scalar = ((YamlMapping)YamlReader.Read(source, problems)!).Entries[0].Value;
        var split = RuleTemplate.Split(new RuleText((YamlScalar)scalar), problems);
        return (split, problems.Sorted());
    }
}
