using System.Globalization;

namespace Compliance.Proxmox;

/// <summary>Turns what the network did into one line that says what to do.</summary>
internal static class TransportFaults
{
    public static InventoryException From(
        Uri server, HttpRequestException error, CertificateFingerprint? refused, ServerTrust trust)
        => error.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError when refused is not null => Refused(server, refused, trust),
            HttpRequestError.SecureConnectionError => Unreachable(server, $"no TLS: {Innermost(error)}"),
            HttpRequestError.NameResolutionError => Unreachable(server, "the host name is not known"),
            HttpRequestError.ConnectionError => Unreachable(server, Innermost(error)),
            HttpRequestError.InvalidResponse => NotProxmox(server, "the answer is not HTTP"),
            _ => Lost(server, Innermost(error)),
        };

    public static InventoryException Unreachable(Uri server, string reason)
    {
        var hint = server.IsDefaultPort ? "no port was given, and Proxmox VE listens on 8006" : "check address, port and firewall";
        return new(InventoryFault.Unreachable, reason, $"cannot reach {ServerAddress.Display(server)} ({OneLine(reason)}); {hint}");
    }

    public static InventoryException Lost(Uri server, string reason)
        => new(InventoryFault.ConnectionLost, "the connection broke before the answer was complete",
            $"{ServerAddress.Display(server)} closed the connection before its answer was complete ({OneLine(reason)}); is pveproxy running there?");

    public static InventoryException TimedOut(Uri server, string path, TimeSpan limit)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"no complete answer within {limit.TotalSeconds:0.###} s");
        return new(InventoryFault.TimedOut, reason, $"{ServerAddress.Display(server)} gave {reason} for {path}; is the node overloaded?");
    }

    public static InventoryException TooLarge(Uri server, string path, int limit)
        => new(InventoryFault.NotProxmox, $"the answer is larger than {limit >> 20} MiB",
            $"{ServerAddress.Display(server)} answers {path} with more than {limit >> 20} MiB, which is no answer of Proxmox VE");

    public static InventoryException NotWell(Uri server, string reason)
        => new(InventoryFault.Unreachable, reason,
            $"{ServerAddress.Display(server)} answers, but not well ({OneLine(reason)}); see \"systemctl status pveproxy pvedaemon pve-cluster\" there");

    public static InventoryException NotProxmox(Uri server, string reason)
        => new(InventoryFault.NotProxmox, reason,
            $"{ServerAddress.Display(server)} is not a Proxmox VE API ({OneLine(reason)}); give the address of a node, such as https://HOST:8006");

    private static InventoryException Refused(Uri server, CertificateFingerprint presented, ServerTrust trust)
    {
        var why = (trust.IsPinned, trust.Authorities) switch
        {
            (true, _) => "is not the pinned one",
            (_, not null) => "does not chain to the given CA, or is for another host name",
            _ => "is not trusted by this system, or is for another host name",
        };
        return new InventoryException(
            InventoryFault.CertificateRefused,
            $"its certificate {why}",
            $"the certificate of {ServerAddress.Display(server)} {why}; it presented SHA-256 {presented}. "
            + "If that is what \"openssl x509 -noout -fingerprint -sha256 -in /etc/pve/local/pve-ssl.pem\" prints on the host "
            + "(pveproxy-ssl.pem where one is installed), pass it with --fingerprint");
    }

    private static string Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
        {
            error = inner;
        }

        return OneLine(error.Message);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
