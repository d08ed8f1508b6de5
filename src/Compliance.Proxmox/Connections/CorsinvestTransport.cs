using Corsinvest.ProxmoxVE.Api;

namespace Compliance.Proxmox;

/// <summary>
/// HTTPS by Corsinvest.ProxmoxVE.Api: its client makes address, request and authentication, over <see cref="VerifiedConnections"/>.
/// Compiled with <c>-p:UseCorsinvest=true</c> only.
/// </summary>
/// <remarks>
/// Its <c>GetAsync</c> is not used. That one takes no cancellation, holds the whole answer in memory before anybody can bound it,
/// and gives status 500 where no answer came at all, a refused certificate included. It hands out objects it made of the JSON
/// (of an empty body, too); asked for the message itself, it sends <c>/api2/response</c>, a format that pveproxy does not have.
/// </remarks>
public sealed class CorsinvestTransport : IProxmoxTransport
{
    private readonly string _token;
    private readonly HttpClient _http;

    public CorsinvestTransport(ProxmoxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _token = options.Token.Value;

        // Left alone, the library makes a client that accepts any certificate. The time is bounded above, for the whole answer.
        _http = new HttpClient(new VerifiedConnections(options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        var client = new PveClientBase(server.Host, server.Port, _http) { ApiToken = _token, ValidateCertificate = true };
        using var request = client.CreateHttpRequestMessage(HttpMethod.Get, client.GetApiUrl() + path);
        var response = await client.GetHttpClient()
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await IncomingReply.OpenAsync(response, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();
}
