using System.Collections.Immutable;

namespace Compliance.Core.Facts.Disks;

/// <summary>A block device as <c>lsblk</c> prints it.</summary>
/// <param name="Device">such as <c>/dev/sda2</c> or <c>/dev/mapper/pve-root</c></param>
/// <param name="Type"><c>disk</c>, <c>part</c>, <c>lvm</c>, <c>crypt</c>, <c>raid1</c>, <c>mpath</c>, …</param>
/// <param name="Parents">the devices it lies on; empty when the tree does not prove them</param>
/// <param name="Wwn">null when not printed</param>
public sealed record BlockDevice(
    string Device, string Type, ImmutableArray<string> MountPoints, ImmutableArray<string> Parents, string? Wwn);
