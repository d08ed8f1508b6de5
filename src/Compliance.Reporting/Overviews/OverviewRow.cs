using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A cluster as every readable overview tells it. What is not known is a dash, never a zero.</summary>
internal sealed record OverviewRow
{
    private const string NotKnown = "–";

    public required OverviewTarget Target { get; init; }

    public required string Verdict { get; init; }

    public required FindingTally? Findings { get; init; }

    /// <summary>What changed since the run before, in a few words.</summary>
    public required string Since { get; init; }

    /// <summary>How long ago it was read.</summary>
    public required string Age { get; init; }

    public required ImmutableArray<OverviewFinding> Worst { get; init; }

    public string Name => UntrustedText.Shortened(Target.Name, Limits.Name);

    public string? Fault => Target.Fault is { } fault ? UntrustedText.Shortened(fault, Limits.Message) : null;

    public string Errors => Count(Findings?.Errors);

    public string Warnings => Count(Findings?.Warnings);

    public string Unknown => Count(Findings?.Unknown);

    public string ExitCode => Count(Target.ExitCode);

    public static OverviewRow Of(OverviewTarget target, DateTimeOffset at) => new()
    {
        Target = target,
        Verdict = target is { Assessment: { } assessment } && (target.Fault is null || target.Outcome == Outcome.Drift) ? ReportModel.Of(assessment).Headline : "COULD NOT BE ASSESSED",
        Findings = target.Assessment is null ? null : FindingTally.Of(target.Assessment.Findings),
        Since = SinceOf(target.Assessment),
        Age = target.Assessment is null ? NotKnown : AgeOf(at - target.Assessment.Estate.CollectedAt),
        Worst = target.Assessment is null ? [] : OverviewFinding.WorstOf(target.Assessment),
    };

    private static string SinceOf(Assessment? assessment) => assessment switch
    {
        null => NotKnown,
        { Ledger: null } => "no history",
        { Ledger.Previous: null } => "first run",
        { Ledger: var ledger } => string.Join(", ", (string[])
        [
            $"{ledger.Count(Standing.New)} new",
            .. ledger.Count(Standing.Returned) is > 0 and var returned ? [$"{returned} returned"] : Array.Empty<string>(),
            $"{ledger.Resolved.Length} resolved",
            .. ledger.NotSeen.IsEmpty ? [] : (string[])[$"{ledger.NotSeen.Length} not seen"],
        ]),
    };

    private static string AgeOf(TimeSpan age) => age switch
    {
        _ when age < TimeSpan.FromMinutes(-1) => "later than this run",
        _ when age < TimeSpan.FromMinutes(2) => "now",
        _ when age < TimeSpan.FromHours(2) => Words.Count((int)age.TotalMinutes, "minute"),
        _ when age < TimeSpan.FromDays(2) => Words.Count((int)age.TotalHours, "hour"),
        _ => Words.Count((int)age.TotalDays, "day"),
    };

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? NotKnown;
}
