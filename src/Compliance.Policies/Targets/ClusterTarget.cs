using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// One cluster of <c>targets.yaml</c>: how it is reached, and what it is judged against. It is read live, or from an inventory that
/// somebody brought; never from both. Paths are as they are written: relative to the file.
/// </summary>
public sealed record ClusterTarget
{
    /// <summary>What reports and their files are called; no two targets of a file have the same.</summary>
    public required Placed<string> Name { get; init; }

    /// <summary>Addresses of nodes of the cluster, for fail-over; empty when an inventory is judged.</summary>
    public ImmutableArray<Placed<string>> Urls { get; init; } = [];

    /// <summary>The file with the API token. Never the token.</summary>
    public Placed<string>? TokenFile { get; init; }

    /// <summary>SHA-256 of the certificates that are accepted, one for each node; empty for those of <see cref="Authority"/> or the system.</summary>
    public ImmutableArray<Placed<string>> Fingerprints { get; init; } = [];

    /// <summary>PEM file of the authority that signed the certificates; null for the system's.</summary>
    public Placed<string>? Authority { get; init; }

    /// <summary>How long one answer may take; null for the default.</summary>
    public Placed<int>? TimeoutSeconds { get; init; }

    /// <summary>The file with the API token of the Proxmox Backup Server that the policy names.</summary>
    public Placed<string>? BackupServerTokenFile { get; init; }

    /// <summary>The inventory that is judged in place of a live cluster.</summary>
    public Placed<string>? Inventory { get; init; }

    /// <summary>How old that inventory may be. Default: 7 days.</summary>
    public Placed<TimeSpan>? MaxAge { get; init; }

    /// <summary>The folder of the policy, or its file; null for the folder of the file itself.</summary>
    public Placed<string>? Policy { get; init; }

    public required Place Place { get; init; }
}
