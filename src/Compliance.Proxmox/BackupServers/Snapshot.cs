using System.Collections.Immutable;
using System.Globalization;

namespace Compliance.Proxmox;

/// <summary>A snapshot of a <c>host/</c> group (pbs-api-types <c>SnapshotListItem</c>).</summary>
/// <param name="Id">whose it is: the host's name, unless its owner chose another</param>
/// <param name="TakenAt">in UTC</param>
/// <param name="Size">in bytes; null when its manifest cannot be read</param>
/// <param name="IsVerified">what the last verification said; null when there was none</param>
internal sealed record Snapshot(string Id, DateTimeOffset TakenAt, long? Size, bool? IsVerified, ImmutableArray<SnapshotFile> Files)
{
    private const string ManifestName = "index.json.blob";

    /// <summary>As Proxmox Backup Server names it: <c>host/pve1/2026-11-23T02:00:00Z</c>.</summary>
    public string Name => $"host/{Id}/{TakenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";

    /// <summary>The client sends the manifest last, so that a snapshot without one is under way, or was broken off.</summary>
    public bool IsFinished => Size is not null && Files.Any(file => file.Name == ManifestName);

    /// <summary>The name of one, such as <c>etc.pxar</c>, as it was told to the client; null for what is no archive of a directory.</summary>
    public static string? PxarOf(SnapshotFile file) => file.Name.EndsWith(".pxar.didx", StringComparison.Ordinal) ? file.Name[..^5] : null;

    /// <summary>Null for a snapshot of a guest.</summary>
    /// <exception cref="WireException">it is not understood</exception>
    public static Snapshot? Read(WireRow row)
    {
        if (row.Text("backup-type") != "host")
        {
            return null;
        }

        var files = WireRow.Read(row.Required("files"), file => new SnapshotFile(file.Text("filename"), file.OptionalText("crypt-mode") switch
        {
            null => null,
            "encrypt" => true,
            _ => false,
        }));
        return new Snapshot(row.Text("backup-id"), row.Time("backup-time"), row.Has("size") ? row.Bytes("size") : null, Verified(row), [.. files]);
    }

    private static bool? Verified(WireRow row)
    {
        if (!row.TryFind("verification", out var verification))
        {
            return null;
        }

        return new WireRow(verification).Text("state") switch
        {
            "ok" => true,
            "failed" => false,
            var other => throw new WireException($"the state of its verification is \"{WireValue.Cut(other)}\""),
        };
    }
}
