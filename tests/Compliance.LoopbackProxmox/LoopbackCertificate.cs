using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.LoopbackProxmox;

/// <summary>A self-signed certificate, made anew for each server.</summary>
public static class LoopbackCertificate
{
    /// <param name="host">the host name it is for; localhost also covers 127.0.0.1</param>
    public static X509Certificate2 Create(TimeProvider time, string host)
        => Create(host, time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddDays(30));

    /// <param name="host">the host name it is for; localhost also covers 127.0.0.1</param>
    public static X509Certificate2 Create(string host, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Loopback Proxmox", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(notBefore, notAfter);
    }
}
