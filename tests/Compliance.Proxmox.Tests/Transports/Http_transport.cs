namespace Compliance.Proxmox.Tests.Transports;

public sealed class Http_transport : Every_transport
{
    protected override IProxmoxTransport Create(ProxmoxOptions options) => new HttpTransport(options);
}
