namespace Compliance.Proxmox;

/// <summary>
/// The seam to the network: it can GET, and nothing else. The bounds on size and time, retry, fail-over and the bound on
/// concurrency sit above it, so that every transport behaves the same.
/// </summary>
public interface IProxmoxTransport : IDisposable
{
    /// <summary>Asks one server once, and returns as soon as its status is known; the body may still be under way.</summary>
    /// <param name="server">scheme, host and port</param>
    /// <param name="path">path and query below <c>/api2/json</c>, escaped, beginning with a slash</param>
    /// <returns>the answer, whatever its status; to be disposed of, which gives up what was not read</returns>
    /// <exception cref="InventoryException">there is no answer</exception>
    Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken);
}
