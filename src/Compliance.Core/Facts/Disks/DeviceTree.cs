using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>Traces devices of one node to its physical disks, through the API's lists first, then through the report.</summary>
internal sealed class DeviceTree
{
    // lsblk calls these disks as well; they lie on something else.
    private static readonly string[] VirtualPrefixes =
        ["/dev/zd", "/dev/loop", "/dev/nbd", "/dev/rbd", "/dev/drbd", "/dev/ram", "/dev/zram", "/dev/md", "/dev/bcache", "/dev/mapper/"];

    private readonly NodeState _node;
    private readonly ImmutableArray<DiskRow> _rows;

    public DeviceTree(NodeState node)
    {
        _node = node;
        _rows = node.Disks.IsKnown && !node.Disks.Value.IsDefault ? node.Disks.Value : [];
        Report = node.DeviceReport is { IsKnown: true, Value: { } text } ? NodeReportText.Parse(text) : NodeReportText.Empty;
    }

    public NodeReportText Report { get; }

    public ImmutableArray<DiskRow> Rows => _rows;

    /// <summary>Every disk the node lists.</summary>
    public ImmutableArray<PhysicalDisk> AllDisks
        => [.. _rows.Where(r => r.Parent is null).Select(r => PhysicalDisk.Of(_node.Name, r)).OrderBy(d => d.DevPath, StringComparer.Ordinal)];

    public DeviceTrace Device(string device) => Device(device, new HashSet<string>(StringComparer.Ordinal));

    public DeviceTrace Group(string group) => Group(group, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>A pool or dataset: the pool is what stands before the first slash.</summary>
    public DeviceTrace Pool(string dataset)
    {
        var name = dataset.Split('/')[0];
        var path = $"/nodes/{_node.Name}/disks/zfs";
        if (_node.ZfsPools.Unreadable is { } gap)
        {
            return DeviceTrace.Lost(gap);
        }

        var pools = _node.ZfsPools.Value.IsDefault ? [] : _node.ZfsPools.Value;
        if (pools.FirstOrDefault(p => p.Name == name) is not { } pool)
        {
            return DeviceTrace.Lost(new Gap(path, $"no pool {name} in it"));
        }

        var trace = pool.Devices.Match(
            devices => devices.IsDefaultOrEmpty
                ? DeviceTrace.Lost(new Gap($"{path}/{name}", "no devices in it"))
                : DeviceTrace.Join(devices.Select(VirtualDevice)),
            DeviceTrace.Lost);
        return trace.Gaps.IsEmpty || pools.Length > 1 ? trace : OnlyPool(pool, trace);
    }

    private DeviceTrace VirtualDevice(string name)
    {
        if (name.StartsWith('/'))
        {
            return Device(name);
        }

        var direct = Device("/dev/" + name);
        return direct.Gaps.IsEmpty ? direct : Device("/dev/disk/by-id/" + name);
    }

    /// <summary>With one pool only, the devices marked as ZFS are its devices, if there are as many as it has.</summary>
    private DeviceTrace OnlyPool(ZfsPool pool, DeviceTrace lost)
    {
        var marked = _rows.Where(r => r.Used == "ZFS").ToArray();
        var isPlausible = marked.Length > 0 && (!pool.Devices.IsKnown || pool.Devices.Value.Length == marked.Length);
        return !isPlausible ? lost : DeviceTrace.Join(marked.Select(Leaf)) with
        {
            Inference = $"{pool.Name} is the only ZFS pool and these are the only devices marked as ZFS",
        };
    }

    private DeviceTrace Device(string device, HashSet<string> visited)
    {
        if (!visited.Add(device))
        {
            return new DeviceTrace();
        }

        if (_node.Disks.Unreadable is { } gap)
        {
            return DeviceTrace.Lost(gap);
        }

        if (_rows.FirstOrDefault(r => r.DevPath == device) is { } row)
        {
            return Leaf(row);
        }

        if (device.StartsWith("/dev/disk/", StringComparison.Ordinal))
        {
            var target = Report.DeviceOf(device) ?? DeviceNames.ById(device, _rows.Where(r => r.Parent is null));
            return target is null ? DeviceTrace.Lost(LinkGap(device)) : Partition(target, visited);
        }

        if (device.StartsWith("/dev/dm-", StringComparison.Ordinal) && Report.MapperNameOf(device) is { } mapper)
        {
            return Device(mapper, visited);
        }

        return DeviceNames.VolumeGroupOf(device) is { } group && GroupGap(group) is null ? Group(group, visited) : FromBlockDevices(device, visited);
    }

    /// <summary>A link may name a partition that the list does not have; its disk is in the list all the same.</summary>
    private DeviceTrace Partition(string device, HashSet<string> visited)
    {
        var trace = Device(device, visited);
        var disk = device.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return !trace.Gaps.IsEmpty && _rows.FirstOrDefault(r => r.Parent is null && (r.DevPath == disk || r.DevPath + "p" == disk)) is { } row
            ? Leaf(row)
            : trace;
    }

    private DeviceTrace Group(string group, HashSet<string> visited)
        => GroupGap(group) is { } gap ? DeviceTrace.Lost(gap) : DeviceTrace.Join(PhysicalVolumes(group).Select(v => Device(v, visited)));

    private IEnumerable<string> PhysicalVolumes(string group)
    {
        var listed = _node.VolumeGroups.IsKnown && !_node.VolumeGroups.Value.IsDefault
            ? _node.VolumeGroups.Value.FirstOrDefault(g => g.Name == group)?.PhysicalVolumes ?? []
            : [];
        return listed.IsDefaultOrEmpty ? Report.PhysicalVolumes.Where(v => v.Value == group).Select(v => v.Key) : listed;
    }

    private Gap? GroupGap(string group)
        => PhysicalVolumes(group).Any() ? null
            : _node.VolumeGroups.Unreadable ?? new Gap($"/nodes/{_node.Name}/disks/lvm", $"no volume group {group} in it");

    /// <summary>LUKS, bcache, eMMC, iSCSI LUNs: only the report's tree knows them.</summary>
    private DeviceTrace FromBlockDevices(string device, HashSet<string> visited)
    {
        if (Report.BlockDevices.FirstOrDefault(b => b.Device == device) is not { } block)
        {
            return DeviceTrace.Lost(_node.DeviceReport.Unreadable is { } gap
                ? gap with { Reason = $"{gap.Reason}; {device} is not in the list of disks" }
                : new Gap($"/nodes/{_node.Name}/disks/list", $"{device} is not in it, and the report does not tell its disks"));
        }

        if (block.Type == "disk" && !IsVirtual(device))
        {
            return new DeviceTrace { Disks = [new PhysicalDisk { Node = _node.Name, DevPath = device, Wwn = PhysicalDisk.Told(block.Wwn) }] };
        }

        return block.Parents.IsEmpty
            ? DeviceTrace.Lost(new Gap($"/nodes/{_node.Name}/report", $"it does not tell which disks {device} ({block.Type}) lies on"))
            : DeviceTrace.Join(block.Parents.Select(p => Device(p, visited)));
    }

    private DeviceTrace Leaf(DiskRow row)
    {
        var disk = row.Parent is null ? row : _rows.FirstOrDefault(r => r.DevPath == row.Parent);
        return new DeviceTrace
        {
            Disks = [disk is null ? new PhysicalDisk { Node = _node.Name, DevPath = row.Parent! } : PhysicalDisk.Of(_node.Name, disk)],
            Rows = [row],
        };
    }

    private static bool IsVirtual(string device) => VirtualPrefixes.Any(prefix => device.StartsWith(prefix, StringComparison.Ordinal));

    private Gap LinkGap(string device) => _node.DeviceReport.Match(
        _ => new Gap($"/nodes/{_node.Name}/report", $"no link {device} in it"),
        gap => gap with { Reason = $"{gap.Reason}; no other call tells which device {device} is" });
}
