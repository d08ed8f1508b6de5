using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Proxmox;

/// <summary>Which certificates of a server are accepted. There is no way to accept any.</summary>
public sealed class ServerTrust
{
    private ServerTrust(X509Certificate2Collection? authorities, ImmutableArray<CertificateFingerprint> pins)
    {
        Authorities = authorities;
        Pins = pins;
    }

    /// <summary>What the operating system trusts; host name and dates are checked.</summary>
    public static ServerTrust System { get; } = new(authorities: null, pins: []);

    /// <summary>Not null: only chains that end in one of these; host name and dates are checked.</summary>
    internal X509Certificate2Collection? Authorities { get; }

    /// <summary>Not empty: exactly these certificates, whatever name or date is in them. One for each node that may answer.</summary>
    internal ImmutableArray<CertificateFingerprint> Pins { get; }

    internal bool IsPinned => !Pins.IsEmpty;

    /// <summary>By what certificates are accepted, for people.</summary>
    public override string ToString() => this switch
    {
        { IsPinned: true } => "it is the pinned one",
        { Authorities: not null } => "signed by the CA given",
        _ => "signed by a CA of this system",
    };

    /// <summary>Exactly these certificates: the way for the self-signed ones a Proxmox host starts with.</summary>
    public static ServerTrust Pinned(ImmutableArray<CertificateFingerprint> fingerprints)
    {
        if (fingerprints.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Pinning nothing would trust nothing.", nameof(fingerprints));
        }

        return new ServerTrust(authorities: null, fingerprints);
    }

    /// <summary>Certificates in a PEM file, such as a copy of the host's <c>/etc/pve/pve-root-ca.pem</c>.</summary>
    public static ServerTrust? FromPemFile(string path, out string? problem)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
            problem = authorities.Count > 0 ? null : $"{path} holds no certificate (no -----BEGIN CERTIFICATE-----)";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            problem = $"cannot read certificates from {path}: {e.Message}";
        }

        return problem is null ? new ServerTrust(authorities, pins: []) : null;
    }
}
