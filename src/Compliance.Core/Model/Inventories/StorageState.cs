using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>A storage as configured, for the whole cluster. Null means that the key is not set.</summary>
public sealed record StorageState
{
    public required string Id { get; init; }

    /// <summary><c>dir</c>, <c>nfs</c>, <c>pbs</c>, <c>lvmthin</c>, …; plugins add their own.</summary>
    public required string Type { get; init; }

    /// <summary>Content types, sorted: <c>backup</c>, <c>images</c>, <c>iso</c>, …</summary>
    public required ImmutableArray<string> Content { get; init; }

    /// <summary>Nodes it is limited to, sorted; null for all.</summary>
    public ImmutableArray<string>? Nodes { get; init; }

    public bool IsDisabled { get; init; }

    /// <summary>True for network types, and where the administrator promises it; nothing checks that promise.</summary>
    public bool IsShared { get; init; }

    public string? Path { get; init; }

    /// <summary>Below the path, directories that content lies in other than by default, as a property string by content type, keys sorted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentDirs { get; init; }

    /// <summary>Verbatim: <c>yes</c>, <c>1</c>, or an absolute path that must be mounted.</summary>
    public string? IsMountpoint { get; init; }

    /// <summary>Retention as a property string, keys sorted.</summary>
    public string? PruneBackups { get; init; }

    /// <summary>Protected backups allowed per guest; -1 for unlimited.</summary>
    public int? MaxProtectedBackups { get; init; }

    public string? Server { get; init; }

    /// <summary>NFS export.</summary>
    public string? Export { get; init; }

    /// <summary>CIFS share.</summary>
    public string? Share { get; init; }

    /// <summary>ZFS pool or dataset, or Ceph pool.</summary>
    public string? Pool { get; init; }

    public string? VgName { get; init; }

    public string? ThinPool { get; init; }

    /// <summary>PBS datastore.</summary>
    public string? Datastore { get; init; }

    /// <summary>PBS namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>PBS certificate fingerprint, when pinned.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>New backups are encrypted by the client. Only presence is kept, never the key or its fingerprint.</summary>
    public bool HasEncryptionKey { get; init; }

    /// <summary>
    /// SHA-1 of the whole <c>storage.cfg</c> in hexadecimal digits, the same for all storages; null in an inventory from before it was kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Digest { get; init; }

    /// <summary>Whether it is assigned to a node.</summary>
    public bool IsFor(string node) => Nodes is not { } limited || limited.Contains(node, StringComparer.Ordinal);

    /// <summary>Whether backups may be written to it on a node: enabled, with that content, and assigned to it.</summary>
    public bool TakesBackupsOn(string node) => !IsDisabled && Content.Contains("backup", StringComparer.Ordinal) && IsFor(node);

    /// <summary>The network protocol it is reached by: <c>nfs</c>, <c>cifs</c>, or <c>none</c>.</summary>
    [JsonIgnore]
    public string NetworkProtocol => Type is "nfs" or "cifs" ? Type : "none";
}
