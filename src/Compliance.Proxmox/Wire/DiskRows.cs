using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads what a node says of its disks.</summary>
internal static class DiskRows
{
    public static ImmutableArray<DiskRow> Disks(Envelope envelope)
    {
        var disks = WireRow.Read(envelope.Data, row => new DiskRow
        {
            DevPath = row.Text("devpath"),
            Parent = row.OptionalText("parent"),
            Serial = row.OptionalText("serial"),
            Wwn = row.OptionalText("wwn"),
            Model = row.OptionalText("model"),
            ByIdLink = row.OptionalText("by_id_link"),
            Size = row.Bytes("size"),
            Used = row.OptionalText("used"),
            IsMounted = row.OptionalFlag("mounted") ?? false,
        });
        return [.. disks.OrderBy(disk => disk.DevPath, StringComparer.Ordinal)];
    }

    public static ImmutableArray<MountUnit> MountUnits(Envelope envelope)
    {
        var units = WireRow.Read(envelope.Data, row => new MountUnit(row.Text("path"), row.Text("device"), row.Text("type")));
        return [.. units.OrderBy(unit => unit.Path, StringComparer.Ordinal)];
    }

    /// <summary>A tree: root, volume groups, physical volumes.</summary>
    public static ImmutableArray<VolumeGroup> VolumeGroups(Envelope envelope)
    {
        var groups = WireRow.Read(new WireRow(envelope.Data).Required("children"), group => new VolumeGroup(
            group.Text("name"),
            [.. WireRow.Read(group.Required("children"), volume => volume.Text("name")).Order(StringComparer.Ordinal)]));
        return [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    public static ImmutableArray<string> ZfsPools(Envelope envelope)
        => [.. WireRow.Read(envelope.Data, row => Endpoint.Checked(row.Text("name"))).Order(StringComparer.Ordinal)];

    /// <summary>The leaves of the device tree, logs and caches included.</summary>
    public static ImmutableArray<string> ZfsDevices(Envelope envelope)
    {
        var leaves = new List<string>();
        AddLeaves(new WireRow(envelope.Data).Required("children"), leaves);
        return leaves.Count > 0
            ? [.. leaves.Order(StringComparer.Ordinal)]
            : throw new WireException("the pool's device tree has no leaves");
    }

    private static void AddLeaves(JsonElement children, List<string> leaves)
        => WireRow.Read(children, row =>
        {
            if (row.TryFind("children", out var below))
            {
                AddLeaves(below, leaves);
            }
            else
            {
                leaves.Add(row.Text("name"));
            }

            return true;
        });
}
