using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What changed since a baseline, in words.</summary>
internal static class BaselineText
{
    public const string Resolved = "Resolved since the baseline";

    public const string Unclear = "In the baseline, and nobody can say whether resolved";

    /// <summary><c>Since the baseline of 2026-11-20 06:00:00 UTC: 1 new, 5 unchanged, 2 resolved.</c> and what that means for the exit code.</summary>
    public static string Of(Assessment assessment, BaselineComparison since)
    {
        var unclear = since.Unclear.IsEmpty ? "" : $", {since.Unclear.Length} of which nobody can say";
        return $"Since the baseline of {Words.ForPeople(since.MadeAt)}: {since.New} new, {since.Unchanged} unchanged, {since.Resolved.Length} resolved{unclear}."
            + (assessment.Outcome, since.Gate) switch
            {
                (Outcome.Drift, Outcome.Compliant) => " Nothing new counts, so the exit code is 0; what is unchanged still fails.",
                (Outcome.Drift, Outcome.Unknown) => " Nothing new failed that counts, but not everything could be judged, so the exit code is 3.",
                _ => "",
            };
    }

    /// <summary><c>BKP104 qemu/101: it holds now</c>.</summary>
    public static string Of(BaselineLapse lapse)
        => $"{UntrustedText.Shortened(lapse.Entry.Rule, Limits.Name)} {UntrustedText.Shortened(lapse.Entry.Subject, Limits.Name)}: {UntrustedText.Shortened(lapse.Why, Limits.Value)}";

    public static ImmutableArray<(string Title, ImmutableArray<BaselineLapse> Lapses)> Sections(Assessment assessment) => assessment.Baseline is not { } since
        ? []
        : [.. new[] { (Resolved, since.Resolved), (Unclear, since.Unclear) }.Where(section => !section.Item2.IsEmpty)];
}
