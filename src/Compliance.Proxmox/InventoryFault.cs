namespace Compliance.Proxmox;

/// <summary>Why there is no inventory.</summary>
public enum InventoryFault
{
    /// <summary>No connection: refused, unknown host, no route, no TLS.</summary>
    Unreachable,

    /// <summary>The connection broke before the answer was complete.</summary>
    ConnectionLost,

    /// <summary>Connected, but no complete answer in time.</summary>
    TimedOut,

    /// <summary>The server's certificate is not the trusted one.</summary>
    CertificateRefused,

    /// <summary>401: the token is wrong, expired or disabled.</summary>
    TokenRefused,

    /// <summary>Something answers, but not the Proxmox VE API.</summary>
    NotProxmox,

    /// <summary>An inventory file that cannot be read.</summary>
    BadFile,
}
