using System.Security.Cryptography;

namespace Compliance.Reporting;

/// <summary>A signature by ECDSA on the curve P-256 with SHA-256, over the same bytes as the receipt's hash.</summary>
/// <param name="PublicKey">base64 of the SubjectPublicKeyInfo; it says which key fits, not whose it is</param>
/// <param name="Value">base64 of r and s, 64 bytes</param>
public sealed record ReceiptSignature(string PublicKey, string Value)
{
    /// <summary>The only algorithm there is.</summary>
    public const string Algorithm = "ECDSA-P256-SHA256";

    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary><c>SHA256:</c> and base64 over the public key, by which people compare keys.</summary>
    public string KeyName => $"SHA256:{Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(PublicKey))).TrimEnd('=')}";

    /// <summary>Whether a key is on the curve that is used here.</summary>
    public static bool Takes(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ExportParameters(includePrivateParameters: false).Curve.Oid is { Value: P256 } or { FriendlyName: "nistP256" or "ECDSA_P256" };
    }

    public static ReceiptSignature Sign(ECDsa key, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ReceiptSignature(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(key.SignData(content, HashAlgorithmName.SHA256)));
    }

    /// <summary>Whether it is a signature of the content by the key that it names; false for anything unreadable.</summary>
    public bool Fits(ReadOnlySpan<byte> content)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            var value = Convert.FromBase64String(Value);
            // One text for one key and one signature: base64 and the key's form leave room for bits that mean nothing.
            return IsBy(key) && Takes(key) && Convert.ToBase64String(value) == Value && key.VerifyData(content, value, HashAlgorithmName.SHA256);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or NotSupportedException)
        {
            // NotSupportedException: a curve that this platform does not have.
            return false;
        }
    }

    /// <summary>Whether it was made by this key.</summary>
    public bool IsBy(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return PublicKey == Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
