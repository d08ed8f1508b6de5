namespace Compliance.Core.Model;

/// <summary>A volume of a guest and whether a backup contains it.</summary>
/// <param name="Key">configuration key, such as <c>scsi1</c> or <c>mp0</c></param>
/// <param name="VolumeId">such as <c>local-lvm:vm-101-disk-0</c>, or a path for a bind mount</param>
/// <param name="IsIncluded">what Proxmox would do</param>
/// <param name="Reason">Proxmox's own word for it, which misleads: an explicit <c>backup=1</c> reads <c>backup=no</c></param>
public sealed record IncludedVolume(string Key, string VolumeId, bool IsIncluded, string Reason);
