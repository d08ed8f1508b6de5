using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

public class Connecting
{
    private const string Other = "AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99";

    [Fact]
    public async Task Wrong_token_ends_the_collection_and_says_so()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var wrong = ApiToken.Parse("audit@pve!policy=0f0ec1a1-0000-4c1d-8a11-00000000beef", out _)!;

        var error = await Rig.FailAsync(rig.Options("audit") with { Token = wrong });

        error.Fault.Should().Be(InventoryFault.TokenRefused);
        error.Message.Should().StartWith($"https://127.0.0.1:{rig.Server.Url.Port} refuses the API token (401)").And.NotContain("beef").And.NotContain("\n");
        rig.Server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Token_revoked_during_the_collection_ends_it()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/nodes/pve1/storage", new Fault { Status = 401, Reason = "Authentication failed!", Body = [] });

        (await Rig.FailAsync(rig.Options("audit"))).Fault.Should().Be(InventoryFault.TokenRefused);
    }

    [Fact]
    public async Task Leaving_the_system_store_unread_changes_no_verdict_on_certificates()
    {
        SystemCertificates.LeaveUnread();
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));

        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.ClusterOnly);
        var pinned = ServerTrust.Pinned([CertificateFingerprint.Parse(Other, out _)!]);
        (await Rig.FailAsync(rig.Options("audit") with { Trust = pinned })).Fault.Should().Be(InventoryFault.CertificateRefused);
    }

    [Fact]
    public async Task Wrong_fingerprint_is_refused_and_the_presented_one_is_named()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var pinned = ServerTrust.Pinned([CertificateFingerprint.Parse(Other, out _)!]);

        var error = await Rig.FailAsync(rig.Options("audit") with { Trust = pinned });

        error.Fault.Should().Be(InventoryFault.CertificateRefused);
        error.Message.Should().Contain("is not the pinned one").And.Contain(rig.Server.Fingerprint)
            .And.Contain("openssl x509 -noout -fingerprint -sha256 -in /etc/pve/local/pve-ssl.pem").And.Contain("--fingerprint");
        rig.Server.Requests.Should().BeEmpty("nothing is sent before the certificate is accepted");
    }

    [Fact]
    public async Task One_of_several_fingerprints_is_enough()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var either = ServerTrust.Pinned([CertificateFingerprint.Parse(Other, out _)!, CertificateFingerprint.Parse(rig.Server.Fingerprint, out _)!]);

        await Rig.CollectAsync(rig.Options("audit") with { Trust = either }, CollectionScope.ClusterOnly);
    }

    [Fact]
    public async Task System_trust_refuses_a_self_signed_certificate()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));

        var error = await Rig.FailAsync(rig.Options("audit") with { Trust = ServerTrust.System });

        error.Fault.Should().Be(InventoryFault.CertificateRefused);
        error.Message.Should().Contain(rig.Server.Fingerprint);
    }

    [Fact]
    public async Task Own_authority_is_accepted_for_the_names_in_the_certificate()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        using var file = new ScratchFile(rig.Server.Pem);
        var trust = ServerTrust.FromPemFile(file.Path, out var problem)!;

        problem.Should().BeNull();
        var options = rig.Options("audit") with { Trust = trust };
        await Rig.CollectAsync(options with { Servers = [rig.Server.LocalhostUrl] }, CollectionScope.ClusterOnly);
        await Rig.CollectAsync(options, CollectionScope.ClusterOnly);
    }

    [Fact]
    public async Task Own_authority_is_not_enough_for_another_host_but_a_pin_is()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"), certifiedHost: "pve7.example");
        using var file = new ScratchFile(rig.Server.Pem);

        var error = await Rig.FailAsync(rig.Options("audit") with { Trust = ServerTrust.FromPemFile(file.Path, out _)! });

        error.Fault.Should().Be(InventoryFault.CertificateRefused);
        error.Message.Should().Contain("or is for another host name");
        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.ClusterOnly);
    }

    [Fact]
    public async Task Other_authority_is_refused()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        await using var other = await Rig.StartAsync(Rig.Sample("drifted"));
        using var file = new ScratchFile(other.Server.Pem);

        var error = await Rig.FailAsync(rig.Options("audit") with { Trust = ServerTrust.FromPemFile(file.Path, out _)! });

        error.Fault.Should().Be(InventoryFault.CertificateRefused);
        error.Message.Should().Contain("does not chain to the given CA").And.Contain(rig.Server.Fingerprint);
    }

    [Fact]
    public void Authority_file_without_certificate_is_a_problem_not_a_crash()
    {
        using var file = new ScratchFile("-----BEGIN NOTHING-----\n");
        ServerTrust.FromPemFile(file.Path, out var problem).Should().BeNull();
        problem.Should().Contain("holds no certificate");

        ServerTrust.FromPemFile(file.Path + ".missing", out problem).Should().BeNull();
        problem.Should().StartWith("cannot read certificates from");
    }

    [Fact]
    public async Task Refused_connection_says_where()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var closed = ClosedPort();

        var error = await Rig.FailAsync(rig.Options("audit") with { Servers = [closed] });

        error.Fault.Should().Be(InventoryFault.Unreachable);
        error.Message.Should().StartWith($"cannot reach https://127.0.0.1:{closed.Port} (").And.NotContain("\n");
    }

    [Fact]
    public async Task Missing_port_is_suspected_when_nothing_answers()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));

        var error = await Rig.FailAsync(rig.Options("audit") with { Servers = [new Uri("https://no-such-host.invalid")] });

        error.Fault.Should().Be(InventoryFault.Unreachable);
        error.Message.Should().Contain("8006");
    }

    [Fact]
    public async Task Second_server_is_used_when_the_first_cannot_be_reached_and_is_remembered()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var transport = new CountingTransport(ProxmoxTransport.Create(rig.Options("audit")));
        var options = rig.Options("audit") with { Servers = [ClosedPort(), rig.Server.Url] };

        var inventory = await new LiveInventorySource(transport, options, TimeProvider.System)
            .CollectAsync(CollectionScope.Everything, CancellationToken.None);

        inventory.Guests.Rows.Should().HaveCount(12);
        transport.Asked.Count(server => server == options.Servers[0]).Should().Be(1);
    }

    [Fact]
    public async Task All_servers_down_names_all_of_them()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        ImmutableArray<Uri> closed = [ClosedPort(), ClosedPort()];

        var error = await Rig.FailAsync(rig.Options("audit") with { Servers = closed });

        error.Message.Should().Contain(closed[0].Authority).And.Contain(closed[1].Authority);
    }

    [Fact]
    public async Task Something_that_does_not_speak_TLS_is_unreachable()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = AnswerInPlainTextAsync(listener);

        var error = await Rig.FailAsync(rig.Options("audit") with { Servers = [new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")] });

        error.Fault.Should().Be(InventoryFault.Unreachable);
        error.Message.Should().Contain("no TLS");
        await answer;
    }

    [Fact]
    public async Task Cancelling_passes_through()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/version", new Fault { Delay = TimeSpan.FromMinutes(1) });
        var options = rig.Options("audit");
        using var transport = ProxmoxTransport.Create(options);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var collect = () => new LiveInventorySource(transport, options, TimeProvider.System).CollectAsync(CollectionScope.Everything, cancel.Token);

        await collect.Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>A port that was free a moment ago.</summary>
    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static async Task AnswerInPlainTextAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
    }
}
