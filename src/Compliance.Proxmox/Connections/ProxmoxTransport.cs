namespace Compliance.Proxmox;

/// <summary>The transport that this build was made with.</summary>
public static class ProxmoxTransport
{
    public static IProxmoxTransport Create(ProxmoxOptions options)
#if USE_CORSINVEST
        => new CorsinvestTransport(options);
#else
        => new HttpTransport(options);
#endif
}
