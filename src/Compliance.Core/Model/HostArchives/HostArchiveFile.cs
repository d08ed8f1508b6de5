namespace Compliance.Core.Model;

/// <summary>A file inside an archive. Of its content nothing but this digest is kept.</summary>
/// <param name="Path">absolute and normalised, such as <c>/etc/pve/storage.cfg</c></param>
/// <param name="Sha1">
/// 40 lower-case hexadecimal digits, as Proxmox VE gives the <c>digest</c> of a configuration (pve-common <c>INotify.pm</c>); null for
/// what is no regular file, and for files of which no digest is compared
/// </param>
public sealed record HostArchiveFile(string Path, string? Sha1 = null);
