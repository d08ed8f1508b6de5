using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Notifications;

/// <summary>Whom a channel trusts to vouch for its server. The name is checked always; nothing turns that off.</summary>
internal static class ServerTrust
{
    /// <param name="file">a PEM file with authorities; null for the system's</param>
    /// <exception cref="DeliveryException">the file cannot be used</exception>
    public static RemoteCertificateValidationCallback Of(string? file)
    {
        if (file is null)
        {
            return (_, _, _, errors) => errors == SslPolicyErrors.None;
        }

        var authorities = Read(file);
        return (_, certificate, chain, errors) => certificate is X509Certificate2 server
            && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && IsSignedBy(authorities, server, chain);
    }

    private static X509Certificate2Collection Read(string file)
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            return authorities.Count > 0 ? authorities : throw DeliveryException.Final($"the ca-file {file} holds no certificate");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw DeliveryException.Final($"the ca-file {file} cannot be read");
        }
    }

    private static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate2 server, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true; // nothing but the channel itself is asked
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // a server's
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
        return chain.Build(server);
    }
}
