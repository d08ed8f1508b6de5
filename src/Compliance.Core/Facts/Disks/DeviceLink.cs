namespace Compliance.Core.Facts.Disks;

/// <summary>A link below <c>/dev/disk</c>.</summary>
/// <param name="Folder">such as <c>by-uuid</c>; null when the listing does not say which</param>
/// <param name="Device">such as <c>/dev/sda2</c></param>
public sealed record DeviceLink(string? Folder, string Name, string Device);
