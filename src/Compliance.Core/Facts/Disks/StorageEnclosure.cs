using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>Whether a storage for backups lies inside a storage for guest disks, where it shares its space and its fate.</summary>
public static class StorageEnclosure
{
    /// <summary>
    /// Ids of the storages for guest disks whose directory, or whose dataset's mount point, contains the path of the backup
    /// storage; sorted. The same path counts. The storage itself never counts, nor does one on other nodes only; a network
    /// storage is a mount of its own and lies inside nothing.
    /// </summary>
    public static ImmutableArray<string> Of(StorageState backup, IEnumerable<StorageState> others)
        => backup.Path is not { Length: > 0 } path || StorageKind.IsRemote(backup.Type)
            ? []
            : [.. others
                .Where(o => o.Id != backup.Id && HoldsGuests(o) && IsBeside(o, backup) && FolderOf(o) is { } folder && StoragePath.IsWithin(path, folder))
                .Select(o => o.Id)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)];

    private static bool HoldsGuests(StorageState storage)
        => !storage.Content.IsDefault
            && (storage.Content.Contains("images", StringComparer.Ordinal) || storage.Content.Contains("rootdir", StringComparer.Ordinal));

    private static bool IsBeside(StorageState one, StorageState other)
        => one.Nodes is not { IsDefault: false } nodes || other.Nodes is not { IsDefault: false } others || nodes.Intersect(others, StringComparer.Ordinal).Any();

    // A dataset is mounted at its own name unless the storage says otherwise (pve-storage ZFSPoolPlugin.pm).
    private static string? FolderOf(StorageState storage) => storage switch
    {
        { Path: { Length: > 0 } path } => path,
        { Type: "zfspool", Pool: { Length: > 0 } pool } => "/" + pool,
        _ => null,
    };
}
