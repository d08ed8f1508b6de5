using Compliance.Core.Model;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>An archive and the declared place it was found in.</summary>
public sealed record StoredArchive(HostArchive Archive, HostArchiveSource Place);
