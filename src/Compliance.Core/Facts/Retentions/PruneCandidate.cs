namespace Compliance.Core.Facts.Retentions;

/// <summary>A backup of one guest on one storage, as pruning sees it.</summary>
/// <param name="Time">when it was made; on directory storages the time in its file name</param>
/// <param name="IsProtected">carries the protection flag</param>
public readonly record struct PruneCandidate(DateTimeOffset Time, bool IsProtected = false);
