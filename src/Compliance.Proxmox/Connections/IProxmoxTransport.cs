namespace Compliance.Proxmox;

/// <summary>
/// The seam to the network: it can GET, and nothing else. Retry, fail-over and the bound on concurrency sit above it, so that
/// every transport behaves the same.
/// </summary>
public interface IProxmoxTransport : IDisposable
{
    /// <summary>Asks one server once.</summary>
    /// <param name="server">scheme, host and port</param>
    /// <param name="path">path and query below <c>/api2/json</c>, escaped, beginning with a slash</param>
    /// <returns>the complete answer, whatever its status</returns>
    /// <exception cref="InventoryException">there is no complete answer</exception>
    Task<ProxmoxReply> GetAsync(Uri server, string path, CancellationToken cancellationToken);
}
