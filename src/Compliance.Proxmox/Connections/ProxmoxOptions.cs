using System.Collections.Immutable;

namespace Compliance.Proxmox;

/// <summary>How to reach a Proxmox cluster.</summary>
public sealed record ProxmoxOptions
{
    /// <summary>Addresses of one cluster's nodes; the later ones are used when an earlier one cannot be reached.</summary>
    public required ImmutableArray<Uri> Servers { get; init; }

    public required ApiToken Token { get; init; }

    public required ServerTrust Trust { get; init; }

    /// <summary>
    /// Requests under way at once, and so connections. pveproxy and pvedaemon have three workers each by default: more than
    /// twice that only queues.
    /// </summary>
    public int Connections { get; init; } = 8;

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a whole answer. Longer than the 30 seconds after which pveproxy itself gives up on a node (596).</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest answer read, in bytes after decompression.</summary>
    public int ResponseLimit { get; init; } = 64 << 20;
}
