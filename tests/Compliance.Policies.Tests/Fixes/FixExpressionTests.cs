using System.Text;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>Misspelt names in expressions of rules, wherever YAML lets an expression stand.</summary>
public class FixExpressionTests
{
    public static TheoryData<string, string, string> Mended => new()
    {
        { "plain", "job.isEnabeld && job.id != \"\"", "job.isEnabled && job.id != \"\"" },
        { "in single quotes", "'job.isEnabeld'", "'job.isEnabled'" },
        { "in double quotes", "\"job.isEnabeld\"", "\"job.isEnabled\"" },
        { "literal block", "|\n  job.id != \"\" &&\n  job.isEnabeld\n", "|\n  job.id != \"\" &&\n  job.isEnabled\n" },
        { "folded block", ">-\n  job.id != \"\" &&\n  job.isEnabeld # no comment here\n", null! },
        { "folded block of two lines", ">-\n  job.id != \"\" &&\n  job.isEnabeld\n", ">-\n  job.id != \"\" &&\n  job.isEnabled\n" },
        { "wide characters before it", "'\"größe😀\" != job.id && job.isEnabeld'", "'\"größe😀\" != job.id && job.isEnabled'" },
        { "after an escape", "\"job.id != \\\"x\\\" && job.isEnabeld\"", "\"job.id != \\\"x\\\" && job.isEnabled\"" },
        { "a variable", "jobb.enabled", null! },
        { "an escape within the name", "\"job.isEnab\\u0065ld\"", null! },
        { "a word of an enumeration", "policy.phase == \"transiton\"", "policy.phase == \"transition\"" },
        { "a word in other quotes than YAML's", "\"policy.phase == 'transiton'\"", "\"policy.phase == 'transition'\"" },
        { "a word in YAML's doubled quotes", "'policy.phase == ''transiton'''", "'policy.phase == ''transition'''" },
        { "a function", "job.id.startWith(\"backup-\")", "job.id.startsWith(\"backup-\")" },
    };

    [Theory]
    [MemberData(nameof(Mended))]
    public void A_name_with_one_candidate_is_mended_where_its_place_is_exact(string what, string written, string? mended)
    {
        var plan = FixPlan.For(Examples.WithRule(Rule(written)));

        plan.Lint.Policy.Problems.Should().Contain(problem => problem.Code == "POL108", what);
        if (mended is null)
        {
            plan.Files.Should().BeEmpty(what);
            return;
        }

        Encoding.UTF8.GetString(plan.Files.Single().After).Should().Be(Rule(mended), what);
    }

    [Fact]
    public void Expressions_in_messages_are_mended_too()
    {
        var plan = FixPlan.For(Examples.WithRule(Examples.Rule.Replace("{job.id}\"", "{{{job.di}}} of {job.tagret}, {job.tagret}\"")));

        Encoding.UTF8.GetString(plan.Files.Single().After).Should().Be(Examples.Rule.Replace("{job.id}\"", "{{{job.di}}} of {job.target}, {job.target}\""), "two letters are too few to be sure");
    }

    private static string Rule(string assert) => Examples.Rule.Replace("job.id.startsWith(\"backup-\")", assert);
}
