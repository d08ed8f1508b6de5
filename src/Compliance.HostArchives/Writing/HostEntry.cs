namespace Compliance.HostArchives.Writing;

/// <summary>A file, directory or symbolic link of the host that goes into the archive.</summary>
internal sealed record HostEntry
{
    /// <summary>As on the host, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is read.</summary>
    public required string Source { get; init; }

    public required FileStatus Status { get; init; }

    /// <summary>What a symbolic link says, as it says it.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>In the archive: without the slash at the front, as tar writes it.</summary>
    public string Name => Path[1..];
}
