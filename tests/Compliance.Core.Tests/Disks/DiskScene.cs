using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Disks;

/// <summary>Literal nodes and storages, as small as a claim needs.</summary>
internal static class DiskScene
{
    public static Gap Refused { get; } = new("/nodes/pve1/report", "403 Permission check failed", "Sys.Audit on /nodes/pve1");

    /// <summary>A boot disk with LVM, a second disk with one ext4 partition that is mounted; nothing readable but the disk list.</summary>
    public static NodeState Node { get; } = new()
    {
        Name = "pve1",
        IsOnline = true,
        TimeZone = Observation.Known("UTC"),
        Scheduler = Observation.Known("running"),
        Storages = new Listing<NodeStorage>([], hidden: null),
        Defaults = [],
        Disks = Observation.Known<ImmutableArray<DiskRow>>(
        [
            Disk("sda", "SA"), Part("sda1", "BIOS boot"), Part("sda2", "EFI"), Part("sda3", "LVM"),
            Disk("sdb", "SB"), Part("sdb1", "ext4", isMounted: true),
        ]),
        MountUnits = Observation.Known<ImmutableArray<MountUnit>>([]),
        VolumeGroups = Observation.Known<ImmutableArray<VolumeGroup>>([new("pve", ["/dev/sda3"])]),
        ZfsPools = Observation.Known<ImmutableArray<ZfsPool>>([]),
        DeviceReport = Observation.Unreadable<string>(Refused),
        Tasks = Observation.Known<ImmutableArray<TaskState>>([]),
    };

    public static StorageState Thin { get; } = new() { Id = "local-lvm", Type = "lvmthin", Content = ["images"], VgName = "pve", ThinPool = "data" };

    public static DiskRow Disk(string name, string? serial, string used = "partitions", string? wwn = null)
        => new() { DevPath = "/dev/" + name, Serial = serial, Wwn = wwn, Model = "M", Size = 1000, Used = used };

    public static DiskRow Part(string name, string? used, bool isMounted = false, long size = 1000) => new()
    {
        DevPath = "/dev/" + name,
        Parent = "/dev/" + (name.StartsWith("nvme", StringComparison.Ordinal) ? name[..name.LastIndexOf('p')] : name.TrimEnd("0123456789".ToCharArray())),
        Size = size,
        Used = used,
        IsMounted = isMounted,
    };

    public static StorageState Dir(string id, string path, string? mountpoint = null, string content = "backup")
        => new() { Id = id, Type = "dir", Path = path, IsMountpoint = mountpoint, Content = [.. content.Split(',')] };

    public static StorageState Nfs(string id, string server, string export)
        => new() { Id = id, Type = "nfs", Server = server, Export = export, Path = "/mnt/pve/" + id, Content = ["backup"], IsShared = true };

    public static StorageState Zfs(string id, string pool) => new() { Id = id, Type = "zfspool", Pool = pool, Content = ["images", "rootdir"] };

    public static NodeState With(IEnumerable<DiskRow>? disks = null, string? findmnt = null, string? lsblk = null, string? links = null)
        => Node with
        {
            Disks = disks is null ? Node.Disks : Observation.Known<ImmutableArray<DiskRow>>([.. disks]),
            DeviceReport = findmnt is null ? Node.DeviceReport : Observation.Known($"# findmnt --ascii\n{findmnt}\n\n# lsblk --ascii\n{lsblk}\n\n# ls -l /dev/disk/by-*/\n{links}\n"),
        };

    public static NodeState Units(this NodeState node, params MountUnit[] units) => node with { MountUnits = Observation.Known<ImmutableArray<MountUnit>>([.. units]) };

    public static NodeState Groups(this NodeState node, params VolumeGroup[] groups)
        => node with { VolumeGroups = Observation.Known<ImmutableArray<VolumeGroup>>([.. groups]) };

    public static NodeState Pool(this NodeState node, string name, params string[] devices) => node with
    {
        ZfsPools = Observation.Known<ImmutableArray<ZfsPool>>([new(name, Observation.Known<ImmutableArray<string>>([.. devices]))]),
    };

    public static NodeState Sees(this NodeState node, params NodeStorage[] storages) => node with { Storages = new Listing<NodeStorage>([.. storages], hidden: null) };

    public static NodeStorage Size(string id, long total, long used = 1, bool isActive = true)
        => new(id, "dir", IsEnabled: true, isActive, isActive ? total : 0, isActive ? used : 0, isActive ? total - used : 0);

    public static IEnumerable<string> Names(this Lineage lineage) => lineage.Disks.Select(d => d.DevPath["/dev/".Length..]);
}
