using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>A recording without a network, with one answer replaced: fast enough to try every fault at every endpoint.</summary>
internal sealed class RecordedTransport(Recording recording, string token, string? target, ProxmoxReply? instead) : IProxmoxTransport
{
    public Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        if (path == target)
        {
            return Task.FromResult(IncomingReply.Of(instead!));
        }

        var answer = recording.Find("/api2/json" + path, token);
        return Task.FromResult(IncomingReply.Of(answer is null
            ? new ProxmoxReply(501, "Method not implemented", ReadOnlyMemory<byte>.Empty)
            : new ProxmoxReply(answer.Status, answer.Reason, answer.Body)));
    }

    public void Dispose()
    {
    }
}
