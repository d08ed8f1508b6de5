using System.Text;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>The diff that is shown before anything is written.</summary>
public class UnifiedDiffTests
{
    [Fact]
    public void It_is_what_diff_writes()
        => Of("policy.yaml", "1\n2\n3\n4\nx\n6\n7\n8\n9\nx\n11\n12\n13\n14\n15\n16\n17\n18\n19\nx\nx", "1\n2\n3\n4\ny\n6\n7\n8\n9\ny\n11\n12\n13\n14\n15\n16\n17\n18\n19\ny\nz").Should().Be(
            """
            --- a/policy.yaml
            +++ b/policy.yaml
            @@ -2,12 +2,12 @@
             2
             3
             4
            -x
            +y
             6
             7
             8
             9
            -x
            +y
             11
             12
             13
            @@ -17,5 +17,5 @@
             17
             18
             19
            -x
            -x
            \ No newline at end of file
            +y
            +z
            \ No newline at end of file

            """);

    [Fact]
    public void Changes_with_six_lines_between_share_a_hunk_and_with_seven_they_do_not()
    {
        static int Hunks(int between)
        {
            var middle = string.Concat(Enumerable.Range(1, between).Select(number => $"{number}\n"));
            return Of("x", $"a\n{middle}a\n", $"b\n{middle}b\n").Split("@@ -").Length - 1;
        }

        (Hunks(6), Hunks(7)).Should().Be((1, 2));
    }

    [Fact]
    public void What_acts_on_a_terminal_is_written_out()
        => Of("a\u001B b.yaml", "x # \u202E\tü😀\r\n", "y # \u202E\tü😀\r\n").Should().Be(
            "--- a/a\\u001B b.yaml\t\n+++ b/a\\u001B b.yaml\t\n@@ -1,1 +1,1 @@\n-x # \\u202E\tü😀\n+y # \\u202E\tü😀\n");

    private static string Of(string name, string before, string after) => UnifiedDiff.Of(name, new FileLines(Encoding.UTF8.GetBytes(before)), new FileLines(Encoding.UTF8.GetBytes(after)));
}
