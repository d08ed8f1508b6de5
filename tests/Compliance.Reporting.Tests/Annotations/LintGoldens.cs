namespace Compliance.Reporting.Tests.Annotations;

/// <summary>The bytes of every format of lint, as somebody approved them.</summary>
public sealed class LintGoldens
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in LintFormats.Names)
            {
                all.Add(format, "clean");
                all.Add(format, "broken");
                all.Add(format, "hostile");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Report_is_the_approved_one(string format, string run)
        => Approved.Verify(FormatRuns.Render(format, $"lint-{run}"), $"tests/Compliance.Reporting.Tests/goldens/lint.{run}.{format}");
}
