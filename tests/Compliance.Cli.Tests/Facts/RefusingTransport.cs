using System.Text;
using Compliance.Core.Facts.Table;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>A recording without a network, in which some endpoints give nothing.</summary>
/// <param name="silent">generic paths, see <see cref="NamedSource.Generic"/></param>
internal sealed class RefusingTransport(Recording recording, string token, params string[] silent) : IProxmoxTransport
{
    // Where Proxmox leaves out instead of refusing, a 403 never comes; but any endpoint may fail.
    private static readonly HashSet<string> Open = FactTable.Facts.SelectMany(fact => fact.Sources)
        .GroupBy(source => source.Endpoint)
        .Where(sources => sources.All(source => source.IsFiltered || source.Privilege is null))
        .Select(sources => sources.Key)
        .ToHashSet(StringComparer.Ordinal);

    public Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        var generic = NamedSource.Generic(path);
        if (silent.Contains(generic))
        {
            return Task.FromResult(IncomingReply.Of(Open.Contains(generic) ? Reply(500, "proxy loop detected") : Reply(403, "Permission check failed")));
        }

        var answer = recording.Find("/api2/json" + path, token);
        return Task.FromResult(IncomingReply.Of(answer is null
            ? Reply(501, "Method not implemented")
            : new ProxmoxReply(answer.Status, answer.Reason, answer.Body)));
    }

    public void Dispose()
    {
    }

    private static ProxmoxReply Reply(int status, string message)
        => new(status, message, Encoding.UTF8.GetBytes($$"""{"data":null,"message":"{{message}}\n"}"""));
}
