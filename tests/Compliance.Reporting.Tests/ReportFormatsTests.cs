namespace Compliance.Reporting.Tests;

public class ReportFormatsTests
{
    public static TheoryData<string, string> Everything
    {
        get
        {
            var everything = new TheoryData<string, string>();
            foreach (var format in ReportFormats.Names)
            {
                foreach (var sample in Sample.AllNames)
                {
                    everything.Add(format, sample);
                }
            }

            return everything;
        }
    }

    [Fact]
    public void Formats_are_known_by_name()
    {
        ReportFormats.Names.Should().Equal("text", "json", "sarif", "junit", "github", "gitlab", "prometheus", "nagios", "html", "md");
        ReportFormats.Names.Select(name => ReportFormats.Find(name, new ReportOptions())!.Format).Should().Equal(ReportFormats.Names);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("JSON")]
    [InlineData("")]
    public void Unknown_format_has_no_renderer(string name) => ReportFormats.Find(name, new ReportOptions()).Should().BeNull();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_state_renders_to_the_same_bytes_every_time(string format, string sample)
    {
        var first = Sample.Bytes(ReportFormats.Find(format, new ReportOptions())!, Sample.Named(sample));
        var second = Sample.Bytes(ReportFormats.Find(format, new ReportOptions())!, Sample.Named(sample));

        second.Should().Equal(first);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_report_is_UTF8_without_mark_and_ends_lines_with_LF(string format, string sample)
    {
        var bytes = Sample.Bytes(ReportFormats.Find(format, new ReportOptions())!, Sample.Named(sample));
        var text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

        text.Should().EndWith("\n").And.NotContain("\r").And.NotStartWith("\uFEFF");
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void No_report_holds_a_character_that_deceives_the_eye(string format, string sample)
    {
        var report = Sample.Render(ReportFormats.Find(format, new ReportOptions())!, Sample.Named(sample));

        report.EnumerateRunes().Where(rune => rune.Value != '\n' && UntrustedText.IsDeceptive(rune)).Should().BeEmpty();
    }

    [Fact]
    public void Stream_stays_open_for_who_gave_it()
    {
        foreach (var format in ReportFormats.Names)
        {
            using var stream = new MemoryStream();
            ReportFormats.Find(format, new ReportOptions())!.Render(RichSample.Assessment, stream);
            stream.CanWrite.Should().BeTrue(format);
        }
    }
}
