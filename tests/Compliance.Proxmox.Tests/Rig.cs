using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>A replay server and a collector that trusts it.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private Rig(ReplayServer server) => Server = server;

    public ReplayServer Server { get; }

    public static string Sample(string estate) => Repository.PathOf("samples/recordings/" + estate);

    public static string Recorded(string estate) => Shared.Require(Path.Combine(Shared.Recordings, estate));

    public static async Task<Rig> StartAsync(string folder) => new(await ReplayServer.StartAsync(folder));

    public static async Task<Inventory> CollectAsync(string folder, string token)
    {
        await using var rig = await StartAsync(folder);
        return await rig.CollectAsync(token);
    }

    public static async Task<Rig> StartAsync(string folder, string certifiedHost) => new(await ReplayServer.StartAsync(folder, 0, certifiedHost));

    public ProxmoxOptions Options(string token) => new()
    {
        Servers = [Server.Url],
        Token = ApiToken.Parse(Server.Recording.Tokens[token], out _)!,
        Trust = ServerTrust.Pinned([CertificateFingerprint.Parse(Server.Fingerprint, out _)!]),
    };

    public Task<Inventory> CollectAsync(string token) => CollectAsync(Options(token), CollectionScope.Everything);

    public static async Task<Inventory> CollectAsync(ProxmoxOptions options, CollectionScope scope)
    {
        using var transport = ProxmoxTransport.Create(options);
        return await new LiveInventorySource(transport, options, TimeProvider.System).CollectAsync(scope, CancellationToken.None);
    }

    public static async Task<InventoryException> FailAsync(ProxmoxOptions options)
    {
        var collect = () => CollectAsync(options, CollectionScope.Everything);
        return (await collect.Should().ThrowAsync<InventoryException>()).Which;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
