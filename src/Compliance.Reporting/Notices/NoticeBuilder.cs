using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Puts into words what a run tells people. All text is made visible here; what a format gives a meaning, that format makes inert.</summary>
public static class NoticeBuilder
{
    /// <param name="previous">the verdict that the channel was last told; null when it knows of none</param>
    /// <param name="since">the ledger of this run against the one it was last told of; null when it knows of none</param>
    public static Notice Of(Assessment assessment, Outcome? previous, Ledger? since)
    {
        var report = ReportModel.Of(assessment);
        var name = UntrustedText.Shortened(assessment.Estate.Name, Limits.Name);
        var change = since is null ? "" : $" ({Change(since)})";
        return new Notice
        {
            Verdict = Words.Of(assessment.Gate),
            PreviousVerdict = previous is { } outcome ? Words.Of(outcome) : null,
            Title = $"{report.Headline}: {name}: {report.Findings}{change}",
            Summary =
            [
                UntrustedText.Visible(report.Sentence),
                .. since is null ? [] : new[] { UntrustedText.Visible(LedgerText.Headline(since)) },
                $"As of {Words.ForPeople(assessment.AsOf)}, policy {UntrustedText.Shortened(assessment.Policy.Name, Limits.Name)}.",
            ],
            Findings = since is null ? [.. assessment.Findings.Select(Line)] : Lines(since),
            Counts = new NoticeCounts(report.Findings.Errors, report.Findings.Warnings, report.Findings.Infos, report.Findings.Unknown, report.Findings.Waived),
            Policy = UntrustedText.Shortened(assessment.Policy.Name, Limits.Name),
            Estate = name,
            AsOf = assessment.AsOf,
            IsUrgent = assessment.Gate != Outcome.Compliant,
        };
    }

    /// <summary>Of a run that ended without an assessment.</summary>
    /// <param name="fault">why, as stderr says it; untrusted text</param>
    public static Notice OfFailure(string policy, string fault, DateTimeOffset now) => new()
    {
        Verdict = "not-assessed",
        Title = $"COULD NOT ASSESS: {UntrustedText.Shortened(policy, Limits.Name)}",
        Summary = ["Nothing was judged, so nobody knows whether the backups are as the policy wants them.", UntrustedText.Shortened(fault, Limits.Message)],
        Policy = UntrustedText.Shortened(policy, Limits.Name),
        AsOf = now,
        IsUrgent = true,
    };

    /// <summary>To try a channel with.</summary>
    public static Notice OfTest(string policy, string channel, DateTimeOffset now) => new()
    {
        Verdict = "test",
        Title = $"Test of pve-compliance: {UntrustedText.Shortened(policy, Limits.Name)}",
        Summary = [$"This is how notices of the policy {UntrustedText.Shortened(policy, Limits.Name)} reach the channel \"{channel}\". Nothing was judged."],
        Policy = UntrustedText.Shortened(policy, Limits.Name),
        AsOf = now,
        IsUrgent = false,
    };

    private static string Change(Ledger since)
    {
        (int Count, string What)[] parts =
        [
            (since.Count(Standing.New), "new"), (since.Count(Standing.Returned), "returned"), (since.Resolved.Length, "resolved"), (since.NotSeen.Length, "not seen"),
        ];
        var said = parts.Where(part => part.Count > 0).Select(part => Words.Count(part.Count, part.What, part.What)).ToList();
        return said.Count == 0 ? "nothing new" : string.Join(", ", said);
    }

    /// <summary>What changed first; within that, in the order of reports.</summary>
    private static ImmutableArray<NoticeFinding> Lines(Ledger since)
        => [.. since.Findings.Concat(since.Resolved).Concat(since.NotSeen).OrderBy(entry => Rank(entry.Standing)).Select(Line)];

    private static int Rank(Standing standing) => standing switch
    {
        Standing.New or Standing.Returned => 0,
        Standing.Resolved => 1,
        Standing.NotSeen => 2,
        Standing.Unchanged => 3,
        _ => 4,
    };

    private static NoticeFinding Line(LedgerEntry entry) => new(
        LedgerText.Of(entry.Standing), Words.Of(entry.Finding.Severity), Words.Of(entry.Finding.Verdict), entry.Finding.Rule,
        UntrustedText.Shortened(entry.Finding.Subject.Id, Limits.Name), Shortened(entry.Finding.Subject.Name), UntrustedText.Shortened(entry.Finding.Message, Limits.Message));

    private static NoticeFinding Line(Finding finding) => new(
        finding.Waiver is null ? Words.Of(finding.Drift) : "waived", Words.Of(finding.Severity), Words.Of(finding.Verdict), finding.Rule,
        UntrustedText.Shortened(finding.Subject.Id, Limits.Name), Shortened(finding.Subject.Name), UntrustedText.Shortened(finding.Message, Limits.Message));

    private static string? Shortened(string? name) => name is null ? null : UntrustedText.Shortened(name, Limits.Name);
}
