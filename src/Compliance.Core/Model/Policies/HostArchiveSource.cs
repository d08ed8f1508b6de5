using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A place where a tier's host archives are, an entry of <c>host-archives:</c>: a directory, or a datastore of Proxmox Backup Server.</summary>
public sealed record HostArchiveSource
{
    /// <summary>Absolute, where the tool runs; null for a datastore.</summary>
    public Placed<string>? Directory { get; init; }

    /// <summary>The storage of Proxmox VE that the directory lies on, which tells its disk; null when the policy does not say.</summary>
    public Placed<string>? Storage { get; init; }

    /// <summary>Address of the server, such as <c>https://pbs.lab:8007</c>; null for a directory.</summary>
    public Placed<string>? Server { get; init; }

    /// <summary>Its datastore; not null when <see cref="Server"/> is not.</summary>
    public Placed<string>? Datastore { get; init; }

    /// <summary>Such as <c>hosts/lab</c>; null for the root namespace.</summary>
    public Placed<string>? Namespace { get; init; }

    /// <summary>SHA-256 of its certificate, as pairs of hexadecimal digits with colons between them; null when a CA vouches for it.</summary>
    public Placed<string>? Fingerprint { get; init; }

    /// <summary>What archives of its snapshots are of; empty when the policy does not say.</summary>
    public ImmutableArray<ArchivedPath> Archives { get; init; } = [];

    public required Place Place { get; init; }

    /// <summary>The place in one line, as inventories and reports name it.</summary>
    public string Name => Directory is { } directory ? directory.Value
        : $"{Server?.Value} {Datastore?.Value}{(Namespace is { } space ? $" {space.Value}" : "")}";
}
