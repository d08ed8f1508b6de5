using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Proxmox;

/// <summary>
/// The connections under every transport, and what none of them may get wrong: the certificate is always verified, nothing but
/// GET goes out, no redirect is followed (plain HTTP on the TLS port answers 301), no proxy and no cookie is used.
/// </summary>
internal sealed class VerifiedConnections : DelegatingHandler
{
    private readonly ServerTrust _trust;
    private volatile CertificateFingerprint? _refused;

    public VerifiedConnections(ProxmoxOptions options)
    {
        _trust = options.Trust;
        InnerHandler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Connections,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ConnectTimeout = options.ConnectTimeout,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                RemoteCertificateValidationCallback = IsTrusted,
                CertificateChainPolicy = PolicyOf(options.Trust),
            },
        };
    }

    /// <exception cref="InventoryException">there is no answer, or the certificate is not the trusted one</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get || request.Content is not null)
        {
            throw new InvalidOperationException($"{request.Method}: nothing but GET without a body may be sent.");
        }

        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        var server = request.RequestUri!;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw TransportFaults.Unreachable(server, e.InnerException is TimeoutException ? "no connection in time" : e.Message);
        }
        catch (HttpRequestException e)
        {
            throw TransportFaults.From(server, e, _refused, _trust);
        }
    }

    private static X509ChainPolicy? PolicyOf(ServerTrust trust)
    {
        if (trust.Authorities is not { } authorities)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        // A pin is the whole check: name and dates of a self-signed certificate prove nothing that the fingerprint does not.
        var presented = CertificateFingerprint.Of(certificate);
        var trusted = _trust.IsPinned ? _trust.Pins.Any(presented.Matches) : errors == SslPolicyErrors.None;
        if (!trusted)
        {
            _refused = presented;
        }

        return trusted;
    }
}
