using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A box of guests.</summary>
/// <param name="IsUnknown">not all of where they lie could be seen</param>
internal sealed record DrawnGroup(string Title, string Detail, ImmutableArray<LineageWay> Ways, bool IsUnknown)
{
    /// <summary>One for each group; when there are more than <paramref name="most"/>, the last one stands for all that are left.</summary>
    public static ImmutableArray<DrawnGroup> Of(ImmutableArray<LineageGroup> groups, int most) => groups.Length <= most
        ? [.. groups.Select(Of)]
        : [.. groups.Take(most - 1).Select(Of), Rest([.. groups.Skip(most - 1)])];

    private static DrawnGroup Of(LineageGroup group) => new(
        LineageWords.Title(group),
        group.Gaps.IsEmpty ? LineageWords.Names(group) : "not all could be seen, see below",
        group.Ways,
        !group.Gaps.IsEmpty);

    private static DrawnGroup Rest(ImmutableArray<LineageGroup> groups) => new(
        $"{Words.Count(groups.Sum(group => group.Guests.Length), "more guest")}",
        $"{Words.Count(groups.Length, "group")}, named in the table",
        [.. groups.SelectMany(group => group.Ways).Distinct()],
        groups.Any(group => !group.Gaps.IsEmpty));
}
