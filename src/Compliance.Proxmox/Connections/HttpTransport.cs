using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Proxmox;

/// <summary>
/// HTTPS by the framework's own client. The certificate is always verified, no redirect is followed (plain HTTP on the TLS
/// port answers 301), no proxy and no cookie is used.
/// </summary>
public sealed class HttpTransport : IProxmoxTransport
{
    private readonly ProxmoxOptions _options;
    private readonly HttpMessageInvoker _http;
    private volatile CertificateFingerprint? _refused;

    public HttpTransport(ProxmoxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _http = new HttpMessageInvoker(CreateHandler(options));
    }

    public async Task<ProxmoxReply> GetAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.ResponseTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/api2/json" + path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("Authorization", _options.Token.HeaderValue);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token).ConfigureAwait(false);
            var body = await ReadAsync(server, path, response, limit.Token).ConfigureAwait(false);
            return new ProxmoxReply((int)response.StatusCode, response.ReasonPhrase ?? "", body);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw limit.IsCancellationRequested
                ? TransportFaults.TimedOut(server, path, _options.ResponseTimeout)
                : TransportFaults.Unreachable(server, e.InnerException is TimeoutException ? "no connection in time" : e.Message);
        }
        catch (HttpRequestException e)
        {
            throw TransportFaults.From(server, e, _refused, _options.Trust);
        }
        catch (IOException e)
        {
            throw TransportFaults.Lost(server, e.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private SocketsHttpHandler CreateHandler(ProxmoxOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Connections,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ConnectTimeout = options.ConnectTimeout,
            AutomaticDecompression = DecompressionMethods.GZip,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = IsTrusted,
        };
        if (options.Trust.Authorities is { } authorities)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return handler;
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        // A pin is the whole check: name and dates of a self-signed certificate prove nothing that the fingerprint does not.
        var presented = CertificateFingerprint.Of(certificate);
        var trusted = _options.Trust.IsPinned ? _options.Trust.Pins.Any(presented.Matches) : errors == SslPolicyErrors.None;
        if (!trusted)
        {
            _refused = presented;
        }

        return trusted;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(
        Uri server, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // After automatic decompression there is no Content-Length any more: then the buffer grows.
        var announced = response.Content.Headers.ContentLength ?? 16 << 10;
        var buffer = new byte[Math.Clamp(announced + 1, 1, _options.ResponseLimit)];
        var length = 0;
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsMemory(0, length);
                }

                length += read;
                if (length == _options.ResponseLimit)
                {
                    throw TransportFaults.TooLarge(server, path, _options.ResponseLimit);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, _options.ResponseLimit));
                }
            }
        }
    }
}
