namespace Compliance.Core.Facts.Retentions;

/// <summary>A backup file of a directory storage, as its listing shows it.</summary>
public sealed record StoredBackup
{
    public required string Volid { get; init; }

    /// <summary><c>ctime</c> of the listing; counts only for files without a standard name.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>vmid</c> of the listing, if it found one.</summary>
    public int? Vmid { get; init; }

    public bool IsProtected { get; init; }
}
