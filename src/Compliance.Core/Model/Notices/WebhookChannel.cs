namespace Compliance.Core.Model;

/// <summary>An address that takes notices by POST.</summary>
public sealed record WebhookChannel : NoticeChannel
{
    public required WebhookFormat Format { get; init; }

    /// <summary>The address as written; null when the address is itself a secret, named by <see cref="SecretAddress"/>.</summary>
    public required string? Address { get; init; }

    /// <summary>Where the address is, when whoever knows it may post.</summary>
    public required SecretSource? SecretAddress { get; init; }

    /// <summary>The token to prove oneself with; null when none is asked for.</summary>
    public required SecretSource? Token { get; init; }
}
