using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What of a node is drawn: everything, up to as much as a picture can hold. The rest stands in the table, and is counted.</summary>
/// <param name="Storages">places in the node's storages</param>
/// <param name="Grounds">places in the node's grounds</param>
/// <param name="Shared">places of storages that share a disk between guests and backups</param>
/// <param name="LeftOut">what is not drawn, in words; null when everything is</param>
internal sealed record LineageDrawing(
    ImmutableArray<DrawnGroup> Groups, ImmutableArray<int> Storages, ImmutableArray<int> Grounds, ImmutableHashSet<int> Shared, string? LeftOut)
{
    internal const int MostRows = 24;

    public static LineageDrawing Of(LineageNode node)
    {
        var shared = node.Sharings.Where(sharing => sharing.IsShared).SelectMany(sharing => new[] { sharing.Data, sharing.Backups }).ToImmutableHashSet();

        // What matters most is drawn whatever else is not.
        var storages = Most(node.Storages.Length, place => shared.Contains(place) ? 0 : node.Storages[place].Proof == LineageProof.Unknown ? 1 : 2);
        var under = storages.SelectMany(place => node.Storages[place].Grounds).ToHashSet();
        var grounds = Most(node.Grounds.Length, place => !under.Contains(place) ? 3 : node.Grounds[place].IsShared ? 0 : node.Grounds[place].Kind == LineageGroundKind.Unknown ? 1 : 2);
        string[] leftOut =
        [
            .. Rest(node.Storages.Length - storages.Length, "storage"),
            .. Rest(node.Grounds.Length - grounds.Length, "disk"),
        ];
        return new LineageDrawing(
            DrawnGroup.Of(node.Groups, MostRows),
            storages,
            grounds,
            shared,
            leftOut.Length == 0 ? null : $"Not drawn, but in the table: {string.Join(", ", leftOut)}.");
    }

    private static ImmutableArray<int> Most(int count, Func<int, int> weight)
        => [.. Enumerable.Range(0, count).OrderBy(weight).Take(MostRows).Order()];

    private static string[] Rest(int count, string what) => count == 0 ? [] : [Words.Count(count, $"{what} more", $"{what}s more")];
}
