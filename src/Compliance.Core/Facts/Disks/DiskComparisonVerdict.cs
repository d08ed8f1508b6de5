namespace Compliance.Core.Facts.Disks;

/// <summary>Whether two storages have a disk in common.</summary>
public enum DiskComparisonVerdict
{
    /// <summary>Cannot be told; the gaps say why.</summary>
    Unknown,

    /// <summary>No disk in common.</summary>
    Separate,

    /// <summary>At least one disk in common.</summary>
    Shared,
}
