using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>The grounds of one node's storages, each once: a disk seen under two names is one disk, a server is one machine.</summary>
internal sealed class GroundList
{
    private readonly List<(LineageGroundKind Kind, string Name, PhysicalDisk? Disk)> grounds = [];
    private readonly HashSet<int> shared = [];

    public void Add(StorageDraft storage)
    {
        if (storage.Lineage.Value is not { } way)
        {
            storage.Grounds.Add(Append(LineageGroundKind.Unknown, storage.Name, null));
            return;
        }

        storage.Grounds.AddRange(way.Disks.Select(PlaceOf).Distinct());
        if (way.Verdict == LineageVerdict.Remote)
        {
            storage.Grounds.Add(MachineOf(way.Server, $"another machine, under {storage.Name}"));
        }

        // Of an unknown lineage some disks may be certain; there may be others.
        if (way.Verdict == LineageVerdict.Unknown || storage.Grounds.Count == 0)
        {
            storage.Grounds.Add(Append(LineageGroundKind.Unknown, storage.Name, null));
        }
    }

    /// <summary>Marks what two storages have in common.</summary>
    /// <param name="disks">the disks in common; without any, everything under both, because it is known only that they are together</param>
    public void Share(StorageDraft one, StorageDraft other, ImmutableArray<PhysicalDisk> disks)
        => shared.UnionWith(disks.IsEmpty ? one.Grounds.Concat(other.Grounds) : disks.Select(PlaceOf));

    /// <summary>Disks by name, then machines, then what is unknown; and where each of them went.</summary>
    public (ImmutableArray<LineageGround> Sorted, ImmutableArray<int> Places) Sorted()
    {
        var order = Enumerable.Range(0, grounds.Count)
            .OrderBy(at => grounds[at].Kind)
            .ThenBy(at => grounds[at].Name, NaturalOrder.Comparer)
            .ToList();
        return (
            [.. order.Select(at => new LineageGround(grounds[at].Kind, grounds[at].Name, shared.Contains(at)))],
            [.. Enumerable.Range(0, grounds.Count).Select(at => order.IndexOf(at))]);
    }

    private int PlaceOf(PhysicalDisk disk)
    {
        var known = grounds.FindIndex(ground => ground.Disk is { } other && other.IsSameAs(disk));
        return known >= 0 ? known : Append(LineageGroundKind.Disk, disk.ToString(), disk);
    }

    private int MachineOf(string? server, string otherwise)
    {
        var known = server is null ? -1 : grounds.FindIndex(ground => ground.Kind == LineageGroundKind.Machine && ground.Name.Equals(server, StringComparison.OrdinalIgnoreCase));
        return known >= 0 ? known : Append(LineageGroundKind.Machine, server ?? otherwise, null);
    }

    private int Append(LineageGroundKind kind, string name, PhysicalDisk? disk)
    {
        grounds.Add((kind, name, disk));
        return grounds.Count - 1;
    }
}
