using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads storages and the backups on them.</summary>
internal static class StorageRows
{
    /// <summary>From <c>/storage</c>; the order of content types and nodes changes from call to call.</summary>
    public static StorageState Storage(WireRow row) => new()
    {
        Id = row.Text("storage"),
        Type = row.Text("type"),
        Content = [.. row.List("content").Order(StringComparer.Ordinal)],
        Nodes = row.Has("nodes") ? [.. row.List("nodes").Order(StringComparer.Ordinal)] : null,
        IsDisabled = row.OptionalFlag("disable") ?? false,
        IsShared = row.OptionalFlag("shared") ?? false,
        // A zfspool says where its dataset is mounted under another key; like path, it is where its content lies.
        Path = row.OptionalText("path") ?? row.OptionalText("mountpoint"),
        ContentDirs = row.OptionalPropertyString("content-dirs"),
        IsMountpoint = row.OptionalText("is_mountpoint"),
        PruneBackups = row.OptionalPropertyString("prune-backups"),
        MaxProtectedBackups = row.OptionalInt("max-protected-backups"),
        Server = row.OptionalText("server"),
        Export = row.OptionalText("export"),
        Share = row.OptionalText("share"),
        Pool = row.OptionalText("pool"),
        VgName = row.OptionalText("vgname"),
        ThinPool = row.OptionalText("thinpool"),
        Datastore = row.OptionalText("datastore"),
        Namespace = row.OptionalText("namespace"),
        Fingerprint = row.OptionalText("fingerprint"),
        HasEncryptionKey = row.Has("encryption-key"),
        Digest = row.OptionalText("digest"),
    };

    /// <summary>From <c>/nodes/N/storage</c>.</summary>
    public static StorageSeen Seen(WireRow row) => new(
        new NodeStorage(
            Endpoint.Checked(row.Text("storage")), row.Text("type"), row.Flag("enabled"), row.Flag("active"),
            row.Bytes("total"), row.Bytes("used"), row.Bytes("avail")),
        row.List("content").Contains("backup"),
        row.OptionalFlag("shared") ?? false);

    /// <summary>
    /// From the prune dry run. With keep-all the mark is keep, protected or renamed; the guest is a string on renamed rows,
    /// and missing on foreign files.
    /// </summary>
    public static RestorePoint Point(WireRow row, Observed<long> size)
    {
        var mark = row.Text("mark");
        if (mark is not ("keep" or "remove" or "protected" or "renamed"))
        {
            throw new WireException($"field 'mark' is the unknown \"{WireValue.Cut(mark)}\"");
        }

        return new RestorePoint
        {
            VolumeId = row.Text("volid"),
            VmId = row.OptionalInt("vmid"),
            Type = row.Text("type"),
            CreatedAt = row.Time("ctime"),
            IsProtected = mark == "protected",
            IsRenamed = mark == "renamed",
            Size = size,
        };
    }

    /// <summary>
    /// From <c>content?content=backup</c>, by volume id. Of Proxmox Backup Server, <c>encrypted</c> is a fingerprint or 1, and
    /// <c>verification</c> is missing until the snapshot is verified (pve-storage <c>PBSPlugin.pm:list_volumes</c>).
    /// </summary>
    public static Dictionary<string, ContentSeen> Contents(Envelope envelope)
    {
        var contents = new Dictionary<string, ContentSeen>(StringComparer.Ordinal);
        WireRow.Read(envelope.Data, row => contents[row.Text("volid")] = new ContentSeen(
            row.Bytes("size"),
            row.OptionalText("format") is { } format && format.StartsWith("pbs-", StringComparison.Ordinal)
                ? new PbsProof(row.OptionalText("encrypted") is { Length: > 0 } and not "0", Verification(row))
                : null));
        return contents;
    }

    public static int ByGuestAndTime(RestorePoint a, RestorePoint b)
    {
        var byGuest = Nullable.Compare(a.VmId, b.VmId);
        var byTime = byGuest != 0 ? byGuest : a.CreatedAt.CompareTo(b.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.VolumeId, b.VolumeId);
    }

    private static string? Verification(WireRow row)
        => row.Has("verification") ? new WireRow(row.Required("verification")).OptionalText("state") : null;
}
