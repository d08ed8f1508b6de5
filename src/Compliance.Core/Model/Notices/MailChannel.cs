using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A mail server that takes notices by SMTP.</summary>
public sealed record MailChannel : NoticeChannel
{
    /// <summary>A DNS name or an IPv4 address.</summary>
    public required string Server { get; init; }

    /// <summary>Default: 587 with STARTTLS, 465 with TLS, 25 without.</summary>
    public required int Port { get; init; }

    public required MailSecurity Security { get; init; }

    /// <summary>Null when the server asks for no login.</summary>
    public required MailLogin? Login { get; init; }

    /// <summary>An address, as <see cref="To"/>.</summary>
    public required string From { get; init; }

    public required ImmutableArray<string> To { get; init; }
}
