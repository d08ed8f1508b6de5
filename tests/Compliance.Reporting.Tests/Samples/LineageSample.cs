using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>What lies under guests and backups: shared, inferred, remote and unknown.</summary>
internal static class LineageSample
{
    private static readonly Gap Disks = new("/nodes/pve2/disks/list", "595 Connection refused");

    public static LineageMap Map { get; } = new([First, Second], [new Gap("/cluster/resources", "guests without VM.Audit are not listed", "VM.Audit on /vms")]);

    private static LineageNode First => new(
        "pve1",
        [
            new LineageGroup([Sample.Guest("qemu/101", "ca01", 1)], 1, [new LineageWay(0, LineageUse.Data), new LineageWay(1, LineageUse.Wanted)], []),
            new LineageGroup(
                [Sample.Guest("qemu/110", "grafana", 2), Sample.Guest("qemu/111", "ansible", 2)],
                2,
                [new LineageWay(0, LineageUse.Data), new LineageWay(1, LineageUse.Backups), new LineageWay(2, LineageUse.Backups)],
                []),
        ],
        [
            new LineageStorage("local-lvm", "lvmthin", true, false, LineageProof.Proved, "proved by the volume group pve on sda", [], [0]),
            new LineageStorage("local-backup", "dir", false, true, LineageProof.Inferred, "inferred: the file system at /mnt/local-backup is on sda2, because it is the only mounted ext4 that fits", [], [0]),
            new LineageStorage("nas", "nfs", false, true, LineageProof.Remote, "on another machine by its type, nfs", [], [1]),
        ],
        [new LineageGround(LineageGroundKind.Disk, "sda (WD-WX12D83, WDC WD20EFRX)", true), new LineageGround(LineageGroundKind.Machine, "192.0.2.20", false)],
        [new LineageSharing(0, 1, true, "sda (WD-WX12D83, WDC WD20EFRX)", true, [])]);

    private static LineageNode Second => new(
        "pve2",
        [
            new LineageGroup([Sample.Guest("lxc/200", "dns01", 1)], 1, [new LineageWay(0, LineageUse.Data), new LineageWay(1, LineageUse.Wanted)], []),
            new LineageGroup([Sample.Guest("qemu/900", null, 3)], 3, [new LineageWay(1, LineageUse.Backups)], [new Gap("/nodes/pve2/qemu/900/config", "403 Permission check failed", "VM.Audit on /vms/900")]),
        ],
        [
            new LineageStorage("local-lvm", "lvmthin", true, false, LineageProof.Unknown, "", [Disks], [0]),
            new LineageStorage("local-backup", "dir", false, true, LineageProof.Unknown, "", [Disks], [1]),
        ],
        [new LineageGround(LineageGroundKind.Unknown, "local-backup", false), new LineageGround(LineageGroundKind.Unknown, "local-lvm", false)],
        [new LineageSharing(0, 1, false, "", false, [Disks])]);

    /// <summary>One node for each name, with that name in every place text comes from outside.</summary>
    public static LineageMap Of(ImmutableArray<string> names) => new([.. names.Select(Node)], [.. names.Select(name => new Gap(name, name, name))]);

    /// <summary>Nodes of 60 guests each, every second guest with a storage of its own: more boxes than a picture holds.</summary>
    public static LineageMap Large(int guests) => new([.. Enumerable.Range(0, guests).Chunk(60).Select((vmids, node) => Crowd($"pve{node}", vmids))], []);

    private static LineageNode Crowd(string name, int[] vmids)
    {
        var own = vmids.Where(vmid => vmid % 2 == 0).ToList();
        var rest = vmids.Where(vmid => vmid % 2 == 1).Select(vmid => Sample.Guest($"qemu/{vmid}", $"guest-{vmid}", 1));
        return new LineageNode(
            name,
            [
                new LineageGroup([.. rest], 1, [new LineageWay(0, LineageUse.Backups)], []),
                .. own.Select((vmid, at) => new LineageGroup([Sample.Guest($"qemu/{vmid}", $"guest-{vmid}", 2)], 2, [new LineageWay(at + 1, LineageUse.Data), new LineageWay(0, LineageUse.Backups)], [])),
            ],
            [
                new LineageStorage("nas", "nfs", false, true, LineageProof.Remote, "on another machine by its type, nfs", [], [1]),
                .. own.Select(vmid => new LineageStorage($"/srv/{vmid}", null, true, false, LineageProof.Proved, "proved by findmnt", [], [0])),
            ],
            [new LineageGround(LineageGroundKind.Disk, "sda (1)", false), new LineageGround(LineageGroundKind.Machine, "192.0.2.20", false)],
            []);
    }

    private static LineageNode Node(string name)
    {
        var gap = new Gap(name, name, name);
        return new LineageNode(
            name,
            [new LineageGroup([Sample.Guest(name, name, 1)], 1, [new LineageWay(0, LineageUse.Data), new LineageWay(1, LineageUse.Backups)], [gap])],
            [
                new LineageStorage(name, name, true, false, LineageProof.Unknown, "", [gap], [1]),
                new LineageStorage(name, name, false, true, LineageProof.Inferred, name, [], [0]),
            ],
            [new LineageGround(LineageGroundKind.Disk, name, true), new LineageGround(LineageGroundKind.Unknown, name, false)],
            [new LineageSharing(0, 1, true, name, true, []), new LineageSharing(0, 1, false, "", false, [gap])]);
    }
}
