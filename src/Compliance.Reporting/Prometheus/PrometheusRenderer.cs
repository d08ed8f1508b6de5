using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// A file for the textfile collector of node_exporter. No name of a guest stands in it: the number of series is bounded by the number of
/// rules, however many guests there are.
/// </summary>
public sealed class PrometheusRenderer : IReportRenderer
{
    internal const string Name = "prometheus";

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var page = new PrometheusPage(("estate", assessment.Estate.Name), ("policy", assessment.Policy.Name));
        Verdict(page, assessment);
        Findings(page, assessment);
        Checked(page, assessment);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Verdict(PrometheusPage page, Assessment assessment)
    {
        page.Gauge(
            "pve_compliance_verdict", "The verdict: 1 for the one that was reached, 0 for the others.",
            [.. Enum.GetValues<Outcome>().Select(outcome => (Label("verdict", Words.Of(outcome)), Number(assessment.Outcome == outcome)))]);
        page.Gauge(
            "pve_compliance_gate", "What the exit code follows, with a baseline what is new to it: 1 for the one that was reached, 0 for the others.",
            [.. Enum.GetValues<Outcome>().Select(outcome => (Label("verdict", Words.Of(outcome)), Number(assessment.Gate == outcome)))]);
        page.Gauge("pve_compliance_judged_timestamp_seconds", "The moment that was judged.", [([], Seconds(assessment.AsOf))]);
        page.Gauge("pve_compliance_collected_timestamp_seconds", "When the live state was read; an old one means that no run succeeded since.", [([], Seconds(assessment.Estate.CollectedAt))]);
    }

    private static void Findings(PrometheusPage page, Assessment assessment)
    {
        var tally = FindingTally.Of(assessment.Findings);
        page.Gauge(
            "pve_compliance_findings", "Findings: failed by severity, could not be judged, and failed but waived.",
            (Label("kind", "error"), tally.Errors), (Label("kind", "warning"), tally.Warnings), (Label("kind", "info"), tally.Infos),
            (Label("kind", "unknown"), tally.Unknown), (Label("kind", "waived"), tally.Waived));
        page.Gauge(
            "pve_compliance_rule_findings", "Findings of each rule that has any; waived ones are not counted.",
            [.. assessment.Findings.Where(finding => finding.Waiver is null)
                .GroupBy(finding => (finding.Rule, finding.Severity, finding.Verdict))
                .OrderBy(group => group.Key.Rule, StringComparer.Ordinal).ThenBy(group => group.Key.Verdict)
                .Select(group => (Labels(group.Key.Rule, group.Key.Severity, group.Key.Verdict), (double)group.Count()))]);
        if (assessment.Ledger is { Previous: not null } ledger)
        {
            page.Gauge(
                "pve_compliance_changes", "How the findings stand to the run before in the history.",
                (Label("standing", "new"), ledger.Count(Standing.New)), (Label("standing", "returned"), ledger.Count(Standing.Returned)),
                (Label("standing", "unchanged"), ledger.Count(Standing.Unchanged)), (Label("standing", "resolved"), ledger.Resolved.Length),
                (Label("standing", "not-seen"), ledger.NotSeen.Length));
        }
    }

    private static void Checked(PrometheusPage page, Assessment assessment)
    {
        var summary = assessment.Summary;
        page.Gauge(
            "pve_compliance_verdicts", "Verdicts of rules on subjects; a failed one may be waived.",
            (Label("verdict", "pass"), summary.Pass), (Label("verdict", "fail"), summary.Fail), (Label("verdict", "unknown"), summary.Unknown),
            (Label("verdict", "not-applicable"), summary.NotApplicable));
        page.Gauge("pve_compliance_rules", "Rules that judged.", [([], summary.Rules)]);
        page.Gauge("pve_compliance_subjects", "Subjects that were judged.", [([], summary.Subjects)]);
        page.Gauge("pve_compliance_disabled_rules", "Rules that the policy turns off.", [([], assessment.DisabledRules.Length)]);
        page.Gauge("pve_compliance_blind_spots", "Places that could not be read.", [([], assessment.BlindSpots.Length)]);
        page.Gauge("pve_compliance_waiver_problems", "Waivers that need attention.", [([], assessment.WaiverProblems.Length)]);
    }

    private static (string Name, string Value)[] Label(string name, string value) => [(name, value)];

    private static (string Name, string Value)[] Labels(string rule, Severity severity, Verdict verdict)
        => [("rule", rule), ("severity", Words.Of(severity)), ("verdict", Words.Of(verdict))];

    private static double Number(bool isSo) => isSo ? 1 : 0;

    private static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds();
}
