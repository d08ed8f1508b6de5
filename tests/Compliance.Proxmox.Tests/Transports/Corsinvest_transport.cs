namespace Compliance.Proxmox.Tests.Transports;

public sealed class Corsinvest_transport : Every_transport
{
    protected override IProxmoxTransport Create(ProxmoxOptions options) => new CorsinvestTransport(options);
}
