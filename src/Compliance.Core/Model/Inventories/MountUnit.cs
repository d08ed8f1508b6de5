namespace Compliance.Core.Model;

/// <summary>A mount unit that Proxmox made.</summary>
/// <param name="Device">often <c>/dev/disk/by-uuid/…</c></param>
/// <param name="Type">file system as declared in the unit</param>
public sealed record MountUnit(string Path, string Device, string Type);
