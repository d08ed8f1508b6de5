namespace Compliance.Proxmox.Tests.Transports;

/// <summary>The last gate before the network, whatever a transport above it asks for.</summary>
public sealed class Verified_connections
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Nothing_but_GET_passes(string method)
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", ""));
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Url);

        await RefuseAsync(server, request);
    }

    [Fact]
    public async Task GET_with_a_body_does_not_pass()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", ""));
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url) { Content = new StringContent("x") };

        await RefuseAsync(server, request);
    }

    private static async Task RefuseAsync(RawServer server, HttpRequestMessage request)
    {
        var options = new ProxmoxOptions
        {
            Servers = [server.Url],
            Token = ApiToken.Parse("audit@pve!policy=x", out _)!,
            Trust = ServerTrust.Pinned([server.Fingerprint]),
        };
        using var http = new HttpMessageInvoker(new VerifiedConnections(options));

        var send = () => http.SendAsync(request, CancellationToken.None);

        await send.Should().ThrowAsync<InvalidOperationException>();
        (server.Connections, server.Requests.Count).Should().Be((0, 0));
    }
}
