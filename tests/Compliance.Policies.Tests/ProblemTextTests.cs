using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

public class ProblemTextTests
{
    [Fact]
    public void A_problem_is_place_code_message_fix_source_line_and_caret()
    {
        var source = string.Concat(Enumerable.Repeat("#\n", 13)) + "      keep-dialy: 7\n";

        Render(source, new Place("policy.yaml", 14, 7, 14, 17), "\"keep-dialy\" is not a retention setting", "Did you mean \"keep-daily\"?").Should().Be("""
            policy.yaml:14:7 error POL012: "keep-dialy" is not a retention setting. Did you mean "keep-daily"?
               14 |       keep-dialy: 7
                  |       ^~~~~~~~~~

            """);
    }

    [Fact]
    public void Without_a_fix_and_a_source_it_is_one_line()
    {
        Render("x", new Place("other.yaml", 3, 1, 3, 1), "something is wrong", null).Should().Be("other.yaml:3:1 error POL012: something is wrong.\n");
    }

    [Fact]
    public void A_point_has_a_caret_without_a_tail()
    {
        Snippet("ab: c", 1, 5, 5).Should().Be("    1 | ab: c\n      |     ^\n");
    }

    [Fact]
    public void A_range_over_lines_is_marked_to_the_end_of_its_first_line()
    {
        Render("a: >\n  b\n", new Place("policy.yaml", 1, 4, 2, 4), "m", null).Should().EndWith("    1 | a: >\n      |    ^\n");
        Render("abc def  \nb\n", new Place("policy.yaml", 1, 1, 2, 2), "m", null).Should().EndWith("    1 | abc def  \n      | ^~~~~~~\n");
    }

    [Fact]
    public void A_place_behind_the_line_or_the_file_does_no_harm()
    {
        Snippet("ab", 1, 9, 12).Should().Be("    1 | ab\n      |   ^\n");
        Snippet("ab", 7, 1, 2).Should().BeEmpty();
        Snippet("", 1, 1, 1).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_in_a_file_can_steer_the_terminal()
    {
        var text = Render("a: \u001b[31m\u202Ex\u0007", new Place("pol\u001b.yaml", 1, 4, 1, 5), "bad \u001b[2J\r\n\u2028 \uD800 value", "Do \u202E not.");

        text.Should().Be("pol\\u001B.yaml:1:4 error POL012: bad \\u001B[2J\\u000D\\u000A\\u2028 \\uD800 value. Do \\u202E not.\n");
        Snippet("a: \u001b[31m\u202Ex\u0007\uDC00", 1, 10, 11).Should().Be("    1 | a: �[31m�x��\n      |          ^\n");
    }

    [Fact]
    public void Tabs_count_four_columns()
    {
        Snippet("\ta:\tb", 1, 5, 6).Should().Be("    1 |     a:    b\n      |           ^\n");
    }

    [Fact]
    public void Wide_characters_and_combining_marks_keep_the_caret_below_its_text()
    {
        Snippet("日本: 😀 x", 1, 8, 9).Should().Be("    1 | 日本: 😀 x\n      |          ^\n");
        Snippet("e\u0301: x", 1, 5, 6).Should().Be("    1 | e\u0301: x\n      |    ^\n");
    }

    [Fact]
    public void A_long_line_is_cut_around_the_caret()
    {
        var line = new string('a', 300) + "XYZ" + new string('b', 300);

        var text = Snippet(line, 1, 301, 304).Split('\n');

        text[0].Should().Be("    1 | …" + new string('a', 60) + "XYZ" + new string('b', 57) + "…");
        text[1].Should().Be("      | " + new string(' ', 61) + "^~~");
    }

    [Fact]
    public void A_long_mark_ends_with_the_line_that_is_shown()
    {
        var text = Snippet("k: " + new string('v', 500), 1, 4, 504).Split('\n');

        text[0].Should().Be("    1 | k: " + new string('v', 117) + "…");
        text[1].Should().Be("      |    ^" + new string('~', 116));
    }

    [Fact]
    public void A_cut_does_not_split_a_character()
    {
        var line = string.Concat(Enumerable.Repeat("😀", 200));

        for (var column = 1; column <= line.Length; column++)
        {
            Snippet(line, 1, column, column + 1).Should().NotContain("�😀").And.NotContain("😀�");
        }
    }

    [Fact]
    public void Line_numbers_stay_in_their_column()
    {
        var source = new string('\n', 123455) + "x: y\n";

        Snippet(source, 123456, 4, 5).Should().Be("123456 | x: y\n       |    ^\n");
    }

    private static string Render(string source, Place place, string message, string? fix) =>
        ProblemText.Render(new Problem("POL012", Severity.Error, place, message, fix), new Dictionary<string, string> { ["policy.yaml"] = source });

    private static string Snippet(string source, int line, int column, int endColumn)
    {
        var text = Render(source, new Place("policy.yaml", line, column, line, endColumn), "m", null);
        return text[(text.IndexOf('\n') + 1)..];
    }
}
