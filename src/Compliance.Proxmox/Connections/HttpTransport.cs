namespace Compliance.Proxmox;

/// <summary>HTTPS by the framework's own client, over <see cref="VerifiedConnections"/>.</summary>
public sealed class HttpTransport : IProxmoxTransport
{
    private readonly string _authorization;
    private readonly HttpMessageInvoker _http;

    public HttpTransport(ProxmoxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _authorization = options.Token.HeaderValue;
        _http = new HttpMessageInvoker(new VerifiedConnections(options));
    }

    public async Task<IncomingReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/api2/json" + path));
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await IncomingReply.OpenAsync(response, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();
}
