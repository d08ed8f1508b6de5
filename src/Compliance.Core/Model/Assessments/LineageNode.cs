using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Guests, storages and disks as one node sees them.</summary>
/// <param name="Groups">its guests; those on the same storages are together</param>
/// <param name="Storages">each that one of the groups names, those that hold guests first</param>
/// <param name="Grounds">each that one of the storages lies on: disks first</param>
/// <param name="Sharings">what is, or may be, under guests and backups at once; what is known to be apart is not here</param>
public sealed record LineageNode(
    string Name,
    ImmutableArray<LineageGroup> Groups,
    ImmutableArray<LineageStorage> Storages,
    ImmutableArray<LineageGround> Grounds,
    ImmutableArray<LineageSharing> Sharings)
{
    /// <summary>Whether a disk is proved, or inferred, to carry guests and backups.</summary>
    public bool IsShared => Sharings.Any(sharing => sharing.IsShared);
}
