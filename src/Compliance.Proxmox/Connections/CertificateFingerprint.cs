using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Proxmox;

/// <summary>The SHA-256 fingerprint of a server's certificate, over its DER form, as openssl and the Proxmox UI print it.</summary>
public sealed class CertificateFingerprint
{
    private const string HowToRead = "openssl x509 -noout -fingerprint -sha256 -in /etc/pve/local/pve-ssl.pem";

    private readonly byte[] _hash;

    private CertificateFingerprint(byte[] hash) => _hash = hash;

    /// <summary>
    /// Reads 64 hexadecimal digits, with or without colons; openssl's <c>sha256 Fingerprint=</c> in front is tolerated.
    /// </summary>
    public static CertificateFingerprint? Parse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text[(text.LastIndexOf('=') + 1)..].Trim().Replace(":", "", StringComparison.Ordinal);
        problem = digits.Length switch
        {
            64 when digits.All(char.IsAsciiHexDigit) => null,
            40 when digits.All(char.IsAsciiHexDigit) => $"\"{text}\" is a SHA-1 fingerprint; give the SHA-256 one: {HowToRead}",
            _ => $"\"{text}\" is not a SHA-256 fingerprint (64 hexadecimal digits, colons allowed); on the host: {HowToRead}",
        };
        return problem is null ? new CertificateFingerprint(Convert.FromHexString(digits)) : null;
    }

    internal static CertificateFingerprint Of(X509Certificate certificate)
        => new(certificate.GetCertHash(HashAlgorithmName.SHA256));

    internal bool Matches(CertificateFingerprint other) => CryptographicOperations.FixedTimeEquals(_hash, other._hash);

    /// <summary>Upper case, colon-separated, as openssl prints it.</summary>
    public override string ToString() => BitConverter.ToString(_hash).Replace('-', ':');
}
