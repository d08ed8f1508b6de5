namespace Compliance.HostArchives.Writing;

/// <summary>A path of the host that goes into the archive, with everything below it.</summary>
/// <param name="Path">absolute, as on the host</param>
/// <param name="IsRequired">without it there is no archive; what is not required and not there is passed over</param>
public sealed record SavedPath(string Path, bool IsRequired);
