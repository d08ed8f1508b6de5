using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox.Tests.Transports;

namespace Compliance.Proxmox.Tests;

public sealed class Archives_on_a_backup_server : IAsyncLifetime, IAsyncDisposable
{
    private const string List = "/admin/datastore/store1/snapshots";
    private const string Catalog = "/admin/datastore/store1/catalog";

    private readonly FakeBackupServer server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_verified_snapshot_shows_the_paths_that_the_policy_says_its_archives_are_of()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx", "pve.pxar.didx"));
        server.With("/etc.pxar.didx/network/interfaces", "/etc.pxar.didx/passwd", "/pve.pxar.didx/storage.cfg", "/pve.pxar.didx/nodes/pve1/qemu-server/100.conf");

        var archive = (await server.ReadAsync(server.Place(("etc.pxar", "/etc"), ("pve.pxar", "/etc/pve")), "/etc/passwd", "/etc/shadow")).Archives.Value.Single();

        archive.State.Should().Be(HostArchiveState.Good);
        archive.Node.Value.Should().Be("pve1");
        archive.TakenAt.Should().Be(FakeBackupServer.Taken);
        archive.Size.Should().Be(4096);
        archive.Name.Should().Be("host/pve1/2026-11-23T02:00:00Z");
        archive.Unlisted.Should().BeNull();
        archive.Files.Select(file => file.Path).Should().Equal(
            "/etc/network/interfaces", "/etc/passwd", "/etc/pve/nodes/pve1/qemu-server/100.conf", "/etc/pve/storage.cfg");
    }

    [Fact]
    public async Task A_directory_that_the_client_did_not_enter_is_empty_and_no_file()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));
        server.With("/etc.pxar.didx/network/interfaces");
        server.Folder("/etc.pxar.didx/pve");

        var archive = (await server.ReadAsync(server.Place(("etc.pxar", "/etc")), "/etc/pve")).Archives.Value.Single();

        archive.Files.Select(file => file.Path).Should().Equal("/etc/network/interfaces");
        archive.Unlisted.Should().BeNull("/etc/pve is a mount of its own, and not in it without --include-dev");
    }

    [Fact]
    public async Task A_name_tells_no_path()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));
        server.With("/etc.pxar.didx/network/interfaces");

        var archive = (await server.ReadAsync(server.Place())).Archives.Value.Single();

        archive.State.Should().Be(HostArchiveState.Good);
        archive.Files.Should().BeEmpty();
        archive.Unlisted!.Reason.Should().Contain("etc.pxar").And.Contain("archives");
    }

    [Fact]
    public async Task An_archive_of_the_whole_host_shows_its_paths_itself()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("root.pxar.didx"));
        server.With("/root.pxar.didx/etc/network/interfaces", "/root.pxar.didx/usr/bin/env");

        (await server.ReadAsync(server.Place())).Archives.Value.Single().Files.Select(file => file.Path).Should().Equal("/etc/network/interfaces");
    }

    [Theory]
    [InlineData("failed", HostArchiveState.Damaged, "verification by Proxmox Backup Server failed")]
    [InlineData(null, HostArchiveState.Unreadable, "never verified")]
    public async Task Only_a_verification_tells_that_it_is_whole(string? state, HostArchiveState wanted, string reason)
    {
        var snapshot = FakeBackupServer.Snapshot("etc.pxar.didx");
        snapshot["verification"] = state is null ? null : new JsonObject { ["state"] = state, ["upid"] = "UPID:x" };
        server.Snapshots.Add(snapshot);

        var archive = (await server.ReadAsync(server.Place())).Archives.Value.Single();

        archive.State.Should().Be(wanted);
        archive.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task One_that_is_still_being_made_is_none_yet()
    {
        var snapshot = FakeBackupServer.Snapshot("etc.pxar.didx");
        snapshot.Remove("size");
        snapshot.Remove("verification");
        server.Snapshots.Add(snapshot);

        (await server.ReadAsync(server.Place())).Archives.Value.Single().Reason.Should().Contain("still being made");
    }

    [Fact]
    public async Task Behind_a_good_one_older_ones_are_not_opened_and_before_it_each_says_what_it_is()
    {
        foreach (var (hour, state) in ((int, string?)[])[(0, "ok"), (1, "ok"), (2, null), (3, "failed")])
        {
            var snapshot = FakeBackupServer.Snapshot("etc.pxar.didx");
            snapshot["backup-time"] = FakeBackupServer.Taken.AddHours(hour).ToUnixTimeSeconds();
            snapshot["verification"] = state is null ? null : new JsonObject { ["state"] = state, ["upid"] = "UPID:x" };
            server.Snapshots.Add(snapshot);
        }

        var place = await server.ReadAsync(server.Place());

        place.Archives.Value.Select(archive => archive.State).Should().Equal(HostArchiveState.Damaged, HostArchiveState.Unreadable, HostArchiveState.Good, HostArchiveState.NotOpened);
    }

    [Fact]
    public async Task An_encrypted_catalog_hides_what_is_inside_and_not_that_it_is_there()
    {
        var snapshot = FakeBackupServer.Snapshot("etc.pxar.didx");
        foreach (var file in snapshot["files"]!.AsArray())
        {
            file!["crypt-mode"] = "encrypt";
        }

        server.Snapshots.Add(snapshot);

        var archive = (await server.ReadAsync(server.Place(("etc.pxar", "/etc")))).Archives.Value.Single();

        archive.State.Should().Be(HostArchiveState.Good);
        archive.Unlisted!.Reason.Should().Contain("encrypted");
        server.Requests.Should().NotContain(request => request.Contains(Catalog, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_right_to_read_the_catalog_says_so()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));
        server.Overrides[Catalog] = exchange => exchange.AnswerAsync("403 Forbidden", "permission check failed - missing Datastore.Read|Datastore.Backup on /datastore/store1");

        var archive = (await server.ReadAsync(server.Place(("etc.pxar", "/etc")))).Archives.Value.Single();

        archive.Unlisted!.Needs.Should().Be("Datastore.Read on /datastore/store1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_list_proves_that_there_is_none_only_to_who_may_see_all(bool hasAudit)
    {
        server.HasAudit = hasAudit;

        var place = await server.ReadAsync(server.Place());

        place.Archives.Value.Should().BeEmpty();
        (place.Hidden is null).Should().Be(hasAudit);
        (place.Hidden?.Needs).Should().Be(hasAudit ? null : "Datastore.Audit on /datastore/store1");
    }

    [Fact]
    public async Task Who_cannot_tell_what_it_may_see_proves_no_absence()
    {
        server.Overrides["/access/permissions"] = exchange => exchange.AnswerAsync("500 Internal Server Error", "no");

        (await server.ReadAsync(server.Place())).Hidden!.Reason.Should().Be("500 no");
    }

    [Fact]
    public async Task The_namespace_of_the_policy_is_asked_for_and_its_privileges()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));
        var at = new Place("policy.yaml", 1, 1, 1, 2);

        var place = await server.ReadAsync(server.Place() with { Namespace = new Placed<string>("hosts/lab", at) });

        place.Archives.Value.Should().BeEmpty("what is in the root namespace is in no other");
        place.Hidden.Should().BeNull();
        server.Requests.Should().Contain(request => request.Contains("&ns=hosts%2Flab", StringComparison.Ordinal))
            .And.Contain(request => request.Contains("path=%2Fdatastore%2Fstore1%2Fhosts%2Flab", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Snapshots_of_guests_and_of_other_hosts_are_no_archives_of_nodes()
    {
        var guest = FakeBackupServer.Snapshot("drive-scsi0.img.fidx");
        guest["backup-type"] = "vm";
        var laptop = FakeBackupServer.Snapshot("home.pxar.didx");
        laptop["backup-id"] = "laptop";
        server.Snapshots.Add(guest);
        server.Snapshots.Add(laptop);

        var place = await server.ReadAsync(server.Place());

        place.Archives.Value.Should().BeEmpty();
        place.OtherFiles.Should().Be(1);
        server.Requests.Should().NotContain(request => request.Contains(Catalog, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("401 Unauthorized", "authentication failed", "401 the token is refused", null)]
    [InlineData("403 Forbidden", "permission check failed", "403 permission check failed", "Datastore.Audit on /datastore/store1")]
    [InlineData("404 Not Found", "no such datastore 'store1'", "404 no such datastore 'store1'", null)]
    [InlineData("400 Bad Request", "ENOENT: No such file", "400 ENOENT: No such file", null)]
    [InlineData("500 Internal Server Error", "<html>\u001b[31m", "500 Internal Server Error", null)]
    [InlineData("200 OK", "{\"data\":null}", "field 'data' is missing", null)]
    [InlineData("200 OK", "{\"data\":[{\"backup", "the answer is not JSON, or was cut off", null)]
    [InlineData("200 OK", "{\"data\":{}}", "found an object in place of a list", null)]
    public async Task A_datastore_that_cannot_be_listed_is_not_an_empty_one(string status, string body, string reason, string? needs)
    {
        server.Overrides[List] = exchange => exchange.AnswerAsync(status, body);

        var gap = (await server.ReadAsync(server.Place())).Archives.Unreadable;

        gap!.Reason.Should().Be(reason);
        gap.Needs.Should().Be(needs);
    }

    [Fact]
    public async Task A_connection_that_breaks_midway_is_no_shorter_list()
    {
        server.Overrides[List] = async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":[]}");
            exchange.Reset();
        };

        (await server.ReadAsync(server.Place())).Archives.Unreadable!.Reason.Should().Contain("broke before the answer was complete");
    }

    [Fact]
    public async Task A_row_that_is_not_understood_may_be_the_archive_that_counts()
    {
        server.Snapshots.Add(new JsonObject { ["backup-type"] = "host", ["backup-id"] = "pve1" });
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));

        var place = await server.ReadAsync(server.Place());

        place.Archives.Value.Should().HaveCount(1);
        place.Hidden!.Reason.Should().Contain("row 1 is not understood");
    }

    [Fact]
    public async Task A_namespace_without_a_host_folder_is_listed_as_a_whole()
    {
        server.Overrides[List] = exchange => exchange.Target.Contains("backup-type", StringComparison.Ordinal)
            ? exchange.AnswerAsync("400 Bad Request", "ENOENT: No such file or directory")
            : exchange.AnswerAsync("200 OK", "{\"data\":[]}");

        (await server.ReadAsync(server.Place())).Archives.Value.Should().BeEmpty();
    }

    [Fact]
    public async Task Another_certificate_is_refused_and_gets_no_token()
    {
        using var other = LoopbackCertificate.Create(TimeProvider.System, "localhost");
        var pin = CertificateFingerprint.Of(other).ToString();

        var place = await server.ReadAsync(server.Place() with { Fingerprint = new Placed<string>(pin, new Place("policy.yaml", 1, 1, 1, 2)) });

        place.Archives.Unreadable!.Reason.Should().Contain("certificate is not the pinned one");
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_but_GET_is_sent_and_no_token_is_kept()
    {
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));
        server.With("/etc.pxar.didx/network/interfaces");

        var place = await server.ReadAsync(server.Place(("etc.pxar", "/etc")));

        server.Requests.Should().HaveCountGreaterThan(3).And.OnlyContain(request => request.StartsWith("GET /api2/json/", StringComparison.Ordinal));
        var file = InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit") with { HostArchives = [place] });
        Encoding.UTF8.GetString(file).Should().NotContain("c0ffee00").And.Contain("\"takenFrom\": \"snapshot\"");
        (await InventorySchema.ValidateAsync(file)).Should().BeEmpty();
        InventoryFile.Format(InventoryFile.Parse(file, "inventory.json")).Should().Equal(file);
    }

    [Fact]
    public async Task What_is_hidden_is_in_the_file()
    {
        server.HasAudit = false;
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx"));

        var place = await server.ReadAsync(server.Place());

        var file = InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit") with { HostArchives = [place] });
        (await InventorySchema.ValidateAsync(file)).Should().BeEmpty();
        InventoryFile.Parse(file, "inventory.json").HostArchives!.Value.Single().Should().BeEquivalentTo(place);
    }
}
