namespace Compliance.Core.Model;

/// <summary>
/// What <c>proxmox-backup-client backup NAME:PATH</c> was told, an entry of <c>archives:</c>. A snapshot keeps the name only, so nothing but
/// the policy tells the path.
/// </summary>
/// <param name="Name">such as <c>etc.pxar</c></param>
/// <param name="Path">absolute, such as <c>/etc</c></param>
public sealed record ArchivedPath(Placed<string> Name, Placed<string> Path);
