using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.LoopbackProxmox;

/// <summary>The inventory that <c>collect</c> gives of a recording, as of the moment it was recorded.</summary>
public static class RecordedInventory
{
    /// <param name="folder">the recording</param>
    /// <param name="token">name of one of its tokens, such as <c>audit</c></param>
    public static async Task<Inventory> CollectAsync(string folder, string token)
    {
        await using var server = await ReplayServer.StartAsync(folder);
        return await CollectAsync(server, token);
    }

    /// <exception cref="InvalidOperationException">the collector asked for what was not recorded, so that the inventory would lie</exception>
    public static async Task<Inventory> CollectAsync(ReplayServer server, string token)
    {
        var options = new ProxmoxOptions
        {
            Servers = [server.Url],
            Token = ApiToken.Parse(server.Recording.Tokens[token], out _)!,
            Trust = ServerTrust.Pinned([CertificateFingerprint.Parse(server.Fingerprint, out _)!]),
        };
        using var transport = ProxmoxTransport.Create(options);
        var source = new LiveInventorySource(transport, options, new RecordedTime(server.Recording.RecordedAt));
        var inventory = await source.CollectAsync(CollectionScope.Everything, CancellationToken.None);
        return server.Unrecorded.IsEmpty
            ? inventory
            : throw new InvalidOperationException($"not recorded: {string.Join(", ", server.Unrecorded)}");
    }

    /// <summary>Stands still at the moment of the recording; timers run as ever.</summary>
    private sealed class RecordedTime(DateTimeOffset recordedAt) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => recordedAt;
    }
}
