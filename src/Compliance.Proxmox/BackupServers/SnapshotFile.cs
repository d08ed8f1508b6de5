namespace Compliance.Proxmox;

/// <summary>A file of a snapshot, as its manifest lists it.</summary>
/// <param name="Name">such as <c>etc.pxar.didx</c></param>
/// <param name="IsEncrypted">with a key that the server does not have; null when the manifest could not be read</param>
internal sealed record SnapshotFile(string Name, bool? IsEncrypted);
