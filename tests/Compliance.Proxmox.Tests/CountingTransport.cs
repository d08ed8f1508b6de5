using System.Collections.Concurrent;

namespace Compliance.Proxmox.Tests;

/// <summary>Remembers which server was asked.</summary>
internal sealed class CountingTransport(IProxmoxTransport inner) : IProxmoxTransport
{
    public ConcurrentQueue<Uri> Asked { get; } = new();

    public Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        Asked.Enqueue(server);
        return inner.GetAsync(server, path, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
