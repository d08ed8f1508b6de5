namespace Compliance.Core.Model;

/// <summary>Where a notice goes: a mail server or a webhook. Nothing in it is secret; secrets are named by <see cref="SecretSource"/>.</summary>
public abstract record NoticeChannel
{
    /// <summary>How people and the history name it; no other channel has the same.</summary>
    public required string Name { get; init; }

    /// <summary>Default: <see cref="NoticeOccasion.Changed"/>.</summary>
    public required NoticeOccasion When { get; init; }

    /// <summary>A PEM file with the authorities that may sign the server's certificate; null for the system's. Certificates are always verified.</summary>
    public required string? Authorities { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Place { get; init; }
}
