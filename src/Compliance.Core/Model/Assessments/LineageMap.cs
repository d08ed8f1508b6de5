using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What lies under the guests and under their backups, node by node: a storage that is not shared has disks of its own on each. What
/// could not be found out is in it as unknown, with the reason.
/// </summary>
/// <param name="Nodes">those that have guests, by name</param>
/// <param name="Hidden">why there may be guests or nodes that nobody saw; empty when all were seen</param>
public sealed record LineageMap(ImmutableArray<LineageNode> Nodes, ImmutableArray<Gap> Hidden)
{
    public static LineageMap Empty { get; } = new([], []);
}
