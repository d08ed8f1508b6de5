using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>What could not be read, and what that cost.</summary>
internal static class BlindSpotList
{
    public static ImmutableArray<BlindSpot> Of(ImmutableArray<RuleResult> results)
        => [.. results
            .Where(r => r.Verdict == Verdict.Unknown)
            .SelectMany(r => r.Missing.Select(gap => (gap, r)))
            .GroupBy(x => x.gap, x => x.r)
            .Select(group => new BlindSpot(
                group.Key,
                [.. group.Select(r => r.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                group.Count()))
            .OrderByDescending(spot => spot.Subjects)
            .ThenBy(spot => spot.Gap.Endpoint, StringComparer.Ordinal)
            .ThenBy(spot => spot.Gap.Reason, StringComparer.Ordinal)];
}
