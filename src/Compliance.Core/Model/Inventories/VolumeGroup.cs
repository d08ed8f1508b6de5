using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>An LVM volume group and the devices of its physical volumes.</summary>
public sealed record VolumeGroup(string Name, ImmutableArray<string> PhysicalVolumes);
