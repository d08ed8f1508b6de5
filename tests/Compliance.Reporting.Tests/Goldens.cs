namespace Compliance.Reporting.Tests;

/// <summary>The bytes of every format for every sample, as somebody approved them.</summary>
public class Goldens
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in ReportFormats.Names)
            {
                foreach (var sample in Sample.Names)
                {
                    all.Add(format, sample);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Report_is_the_approved_one(string format, string sample)
    {
        var renderer = ReportFormats.Find(format, new ReportOptions())!;

        var report = Sample.Render(renderer, Sample.Named(sample));

        var extension = format == "text" ? "txt" : format;
        Approved.Verify(report, $"tests/Compliance.Reporting.Tests/goldens/{sample}.{extension}");
    }

    [Fact]
    public void Text_with_colour_and_without_width_is_the_approved_one()
    {
        var renderer = ReportFormats.Find("text", new ReportOptions { UseColor = true, Width = null })!;

        Approved.Verify(Sample.Render(renderer, RichSample.Assessment), "tests/Compliance.Reporting.Tests/goldens/rich.wide.ansi.txt");
    }
}
