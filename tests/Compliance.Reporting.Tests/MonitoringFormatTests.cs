using System.Text.RegularExpressions;

namespace Compliance.Reporting.Tests;

/// <summary>What monitoring systems read: node_exporter's textfile collector, and plugins of Nagios.</summary>
public sealed partial class MonitoringFormatTests
{
    public static TheoryData<string> Samples => [.. Sample.AllNames];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_line_for_Prometheus_is_of_its_text_format(string sample)
    {
        var lines = Render("prometheus", Sample.Named(sample)).TrimEnd('\n').Split('\n');

        lines.Should().OnlyContain(line => Help().IsMatch(line) || Type().IsMatch(line) || Series().IsMatch(line));
        lines.Should().OnlyHaveUniqueItems("a series that stands twice makes node_exporter refuse the file");
        foreach (var name in lines.Where(line => !line.StartsWith('#')).Select(line => line[..line.IndexOf('{')]).Distinct())
        {
            lines.Count(line => line.StartsWith($"# TYPE {name} gauge", StringComparison.Ordinal)).Should().Be(1);
        }
    }

    [Fact]
    public void The_number_of_series_does_not_grow_with_guests_and_no_guest_is_named()
    {
        var one = Sample.Named("rich");
        var finding = one.Findings[0];
        var many = one with { Findings = [.. one.Findings, .. Enumerable.Range(0, 5000).Select(at => finding with { Subject = finding.Subject with { Id = $"qemu/{at + 1000}", Name = $"guest{at}" } })] };

        Render("prometheus", many).Split('\n').Should().HaveSameCount(Render("prometheus", one).Split('\n'));
        Render("prometheus", many).Should().NotContain("qemu/").And.NotContain("guest4999");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_plugin_says_one_line_with_one_bar(string sample)
    {
        var line = Render("nagios", Sample.Named(sample));

        line.Should().MatchRegex(@"\ABACKUP POLICY (OK|WARNING|CRITICAL|UNKNOWN) - [^|\n]+ \| ([a-z]+=[0-9]+;;;0 ?)+\n\z");
    }

    [Theory]
    [InlineData(Outcome.Compliant, 0)]
    [InlineData(Outcome.Unknown, 3)]
    [InlineData(Outcome.Drift, 2)]
    public void The_state_follows_the_gate(Outcome outcome, int state)
        => NagiosState.Of(Sample.Named("rich") with { Outcome = outcome, Baseline = null }).Should().Be(state);

    [Fact]
    public void Drift_of_warnings_only_is_a_warning()
    {
        var rich = Sample.Named("rich") with { Baseline = null, Outcome = Outcome.Drift, WaiverProblems = [] };

        NagiosState.Of(rich with { Findings = [.. rich.Findings.Where(finding => finding.Severity != Severity.Error || finding.Verdict != Verdict.Fail)] }).Should().Be(NagiosState.Warning);
        NagiosState.Of(rich with { Findings = [.. rich.Findings.Where(finding => finding is { Severity: Severity.Error, Verdict: Verdict.Fail, Waiver: null }).Take(1)] }).Should().Be(NagiosState.Critical);
    }

    [Fact]
    public void Why_nothing_was_judged_is_one_line_too()
        => NagiosState.LineOf("cannot | reach\npve1\u001b[0m").Should().Be(@"BACKUP POLICY UNKNOWN - cannot \x7C reach\npve1\x1B[0m");

    private static string Render(string format, Assessment assessment) => Sample.Render(ReportFormats.Find(format, new ReportOptions())!, assessment);

    [GeneratedRegex(@"^# HELP pve_compliance_[a-z_]+ [A-Z][^\\]+\.$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE pve_compliance_[a-z_]+ gauge$")]
    private static partial Regex Type();

    [GeneratedRegex("""^pve_compliance_[a-z_]+\{[a-z]+="(\\\\|\\"|[^"\\])*"(,[a-z]+="(\\\\|\\"|[^"\\])*")*\} [0-9]+$""")]
    private static partial Regex Series();
}
