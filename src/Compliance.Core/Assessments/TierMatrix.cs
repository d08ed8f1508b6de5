using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Tiers × controls: where the eye goes first.</summary>
internal static class TierMatrix
{
    public static Matrix Of(Estate estate, ImmutableArray<RuleResult> results)
    {
        var judged = results.Where(r => r.Verdict != Verdict.NotApplicable).ToList();
        var controls = judged.Select(r => r.Rule.Family).Distinct().OrderBy(f => f.Order).ToList();
        var cells = judged.ToLookup(r => (r.Subject.Tier, r.Rule.Family));
        var levels = estate.Tiers.Select(t => (int?)t.Level).Append(null);
        return new Matrix(
            [.. controls.Select(c => c.Title)],
            [.. levels.Select(level => new MatrixRow(level, Title(estate, level), GuestsOf(estate, level), [.. controls.Select(c => Cell(cells[(level, c)]))]))]);
    }

    private static string Title(Estate estate, int? level)
        => estate.Tiers.FirstOrDefault(t => t.Level == level) is { } tier
            ? $"Tier {tier.Level} · {tier.Declared.Title.Value}"
            : "Outside the tiers";

    private static int GuestsOf(Estate estate, int? level) => estate.Guests.Count(g => g.TierLevel == level);

    private static MatrixCell Cell(IEnumerable<RuleResult> results)
    {
        var verdicts = results.Select(r => r.Verdict).ToList();
        return new MatrixCell(
            verdicts.Count(v => v == Verdict.Pass), verdicts.Count(v => v == Verdict.Fail), verdicts.Count(v => v == Verdict.Unknown));
    }
}
