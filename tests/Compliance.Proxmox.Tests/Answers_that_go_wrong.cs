using System.Text;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

public class Answers_that_go_wrong
{
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Fault Json(string body) => new() { Status = 200, Reason = "OK", Body = Bytes(body) };

    private static async Task<Inventory> CollectAsync(string target, Fault fault)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override(target, fault);
        return await rig.CollectAsync("audit");
    }

    private static async Task<InventoryException> FailAsync(Fault version, Func<ProxmoxOptions, ProxmoxOptions> change)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/version", version);
        return await Rig.FailAsync(change(rig.Options("audit")));
    }

    private static Task<InventoryException> FailAsync(Fault version) => FailAsync(version, options => options);

    [Theory]
    [InlineData("<html><body>It works!</body></html>")]
    [InlineData("{\"data\":{\"version\":")]
    [InlineData("[]")]
    [InlineData("{\"data\":null}")]
    [InlineData("{\"data\":{}}")]
    [InlineData("{\"data\":{\"version\":{}}}")]
    [InlineData("")]
    public async Task Anything_but_the_API_under_version_is_not_Proxmox(string body)
    {
        var error = await FailAsync(Json(body));

        error.Fault.Should().Be(InventoryFault.NotProxmox);
        error.Message.Should().Contain("is not a Proxmox VE API").And.NotContain("\n");
    }

    [Fact]
    public async Task Redirect_is_not_followed()
        => (await FailAsync(new Fault { Status = 301, Reason = "Moved Permanently", Body = [] })).Fault.Should().Be(InventoryFault.NotProxmox);

    [Theory]
    [InlineData(500)]
    [InlineData(595)]
    public async Task Server_error_under_version_ends_the_collection(int status)
        => (await FailAsync(new Fault { Status = status, Reason = "no", Body = [] })).Message.Should().Contain($"{status} no").And.Contain("pveproxy");

    [Fact]
    public async Task Slow_answer_times_out()
    {
        var error = await FailAsync(
            new Fault { Delay = TimeSpan.FromMinutes(1) }, options => options with { ResponseTimeout = TimeSpan.FromMilliseconds(200) });

        error.Fault.Should().Be(InventoryFault.TimedOut);
        error.Message.Should().Contain("no complete answer within 0.2 s for /version");
    }

    [Fact]
    public async Task Slow_answer_among_many_is_a_gap()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/nodes/pve1/report", new Fault { Delay = TimeSpan.FromMinutes(1) });

        var inventory = await Rig.CollectAsync(
            rig.Options("audit") with { ResponseTimeout = TimeSpan.FromSeconds(2) }, CollectionScope.Everything);

        inventory.Nodes.Rows.Single().DeviceReport.Unreadable!.Reason.Should().Be("no complete answer within 2 s");
        inventory.Guests.Rows.Should().HaveCount(12);
    }

    [Fact]
    public async Task Reset_connection_is_tried_again()
    {
        var inventory = await CollectAsync("/cluster/backup", new Fault { IsReset = true, Times = 1 });

        inventory.Jobs.IsComplete.Should().BeTrue();
        inventory.Jobs.Rows.Should().HaveCount(8);
    }

    [Fact]
    public async Task Connection_that_always_breaks_is_a_gap()
    {
        var inventory = await CollectAsync("/cluster/backup", new Fault { IsCutOff = true });

        inventory.Jobs.Rows.Should().BeEmpty();
        inventory.Jobs.Hidden.Should().Be(new Gap("/cluster/backup", "the connection broke before the answer was complete"));
    }

    [Fact]
    public async Task Service_unavailable_is_tried_again()
    {
        var inventory = await CollectAsync("/storage", new Fault { Status = 503, Reason = "Service Unavailable", Body = [], Times = 2 });

        inventory.Storages.IsComplete.Should().BeTrue();
    }

    [Fact]
    public async Task Server_error_is_an_answer_and_not_tried_again()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/storage", new Fault
        {
            Status = 500, Reason = "invalid path", Body = Bytes("""{"data":null,"message":"file /etc/pve/storage.cfg: invalid path\nsecond line\n"}"""),
        });
        var inventory = await rig.CollectAsync("audit");

        inventory.Storages.Hidden.Should().Be(new Gap("/storage", "500 file /etc/pve/storage.cfg: invalid path"));
        rig.Server.Requests.Count(r => r.EndsWith("json/storage", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task Parameter_errors_say_which_parameter()
    {
        var inventory = await CollectAsync("/cluster/backup/backup-ghost/included_volumes", new Fault
        {
            Status = 400, Reason = "Parameter verification failed.",
            Body = Bytes("""{"data":null,"errors":{"id":"No such job 'backup-ghost'"},"message":"Parameter verification failed.\n"}"""),
        });

        inventory.Jobs.Rows.Single(j => j.Id == "backup-ghost").Included.Unreadable!.Reason
            .Should().Be("400 Parameter verification failed.; id: No such job 'backup-ghost'");
    }

    [Fact]
    public async Task Missing_pool_makes_only_its_own_job_unreadable()
    {
        var inventory = await CollectAsync("/cluster/backup/backup-tier2/included_volumes", new Fault
        {
            Status = 500, Reason = "pool 'nosuch' does not exist", Body = Bytes("""{"data":null,"message":"pool 'nosuch' does not exist\n"}"""),
        });

        inventory.Jobs.Rows.Where(j => !j.Included.IsKnown).Should().ContainSingle()
            .Which.Included.Unreadable!.Reason.Should().Be("500 pool 'nosuch' does not exist");
    }

    [Fact]
    public async Task Node_that_refuses_is_not_asked_again_and_everything_of_it_is_unreadable()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        foreach (var target in rig.Server.Recording.Answers.Select(a => a.Target).Where(t => t.Contains("/nodes/pve1/", StringComparison.Ordinal)))
        {
            rig.Server.Override(target["/api2/json".Length..], new Fault { Status = 595, Reason = "Connection refused", Body = [] });
        }

        var inventory = await rig.CollectAsync("audit");

        var node = inventory.Nodes.Rows.Single();
        node.IsOnline.Should().BeTrue();
        node.Storages.Hidden!.Reason.Should().Be("595 Connection refused");
        inventory.Guests.Rows.Should().OnlyContain(g => g.Config.Unreadable!.Reason == "595 Connection refused");
        inventory.Backups.Should().NotBeEmpty().And.OnlyContain(b => b.Points.Unreadable!.Reason == "595 Connection refused");
        rig.Server.Requests.Count(r => r.Contains("/nodes/pve1/", StringComparison.Ordinal)).Should().BeLessThan(12);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"data\":[{\"storage\":\"a\"")]
    [InlineData("")]
    public async Task What_is_not_JSON_is_a_gap(string body)
        => (await CollectAsync("/storage", Json(body))).Storages.Hidden!.Reason.Should().Be("the answer is not JSON, or was cut off");

    [Theory]
    [InlineData("""{"data":null}""", "field 'data' is missing")]
    [InlineData("""{"success":1}""", "field 'data' is missing")]
    [InlineData("""{"data":{}}""", "found an object in place of a list")]
    [InlineData("""{"data":[7]}""", "found 7 in place of an object")]
    [InlineData("""{"data":[{"type":"dir"}]}""", "row 1 is not understood: field 'storage' is missing")]
    [InlineData("""{"data":[{"storage":"a","type":"dir","content":"backup","shared":"maybe"}]}""", "row 1 is not understood: field 'shared' is \"maybe\" in place of yes or no")]
    [InlineData("""{"data":[{"storage":"a","type":"dir","content":["backup"]}]}""", "row 1 is not understood: field 'content' is a list in place of a text")]
    [InlineData("""{"data":[{"storage":"a","type":"dir","content":"","max-protected-backups":"many"}]}""", "row 1 is not understood: field 'max-protected-backups' is \"many\" in place of a whole number")]
    public async Task What_is_not_understood_hides_the_list_and_names_the_field(string body, string reason)
    {
        var inventory = await CollectAsync("/storage", Json(body));

        inventory.Storages.Rows.Should().BeEmpty();
        inventory.Storages.Hidden.Should().Be(new Gap("/storage", reason));
    }

    [Fact]
    public async Task One_odd_row_leaves_the_others_and_says_that_it_is_missing()
    {
        var inventory = await CollectAsync("/cluster/backup", Json(
            """{"data":[{"id":"a","type":"vzdump","enabled":1,"vmid":"100"},{"id":"b","type":"vzdump","vmid":"all of them"}]}"""));

        inventory.Jobs.Rows.Select(j => j.Id).Should().Equal("a");
        inventory.Jobs.Hidden!.Reason.Should().Be("row 2 is not understood: field 'vmid' holds \"all\" in place of a guest id");
    }

    [Fact]
    public async Task One_odd_backup_makes_the_storage_unreadable()
    {
        var inventory = await CollectAsync("/nodes/pve1/storage/local/prunebackups?prune-backups=keep-all%3D1", Json(
            """{"data":[{"volid":"local:backup/x","type":"qemu","ctime":"soon","mark":"keep"}]}"""));

        inventory.Backups.Single(b => b.Storage == "local").Points.Unreadable!.Reason.Should().Be("field 'ctime' is \"soon\" in place of a time");
    }

    [Fact]
    public async Task Dead_server_is_not_waited_for_again_and_again()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        foreach (var target in rig.Server.Recording.Answers.Select(a => a.Target).Where(t => t.Contains("/nodes/pve1/", StringComparison.Ordinal)))
        {
            rig.Server.Override(target["/api2/json".Length..], new Fault { Delay = TimeSpan.FromMinutes(1) });
        }

        var options = rig.Options("audit") with { ResponseTimeout = TimeSpan.FromSeconds(1), Connections = 4 };
        var inventory = await Rig.CollectAsync(options, CollectionScope.Everything & ~CollectionScope.IncludedVolumes);

        inventory.Guests.Rows.Should().HaveCount(12).And.OnlyContain(g => g.Config.Unreadable!.Reason == "no complete answer within 1 s");
        rig.Server.Requests.Count(r => r.Contains("/nodes/pve1/", StringComparison.Ordinal)).Should().BeLessThan(12);
    }

    [Fact]
    public async Task Task_list_is_paged_when_there_is_more()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        static string Page(int from, int count) => "{\"total\":700,\"data\":[" + string.Join(',', Enumerable.Range(from, count).Select(i =>
            $$"""{"upid":"UPID:{{i}}","type":"vzdump","id":"","starttime":{{1795392001 - i}},"endtime":{{1795392002 - i}},"user":"root@pam","status":"OK"}""")) + "]}";
        rig.Server.Override("/nodes/pve1/tasks?limit=500", Json(Page(0, 500)));
        rig.Server.Override("/nodes/pve1/tasks?limit=500&start=500", Json(Page(500, 200)));

        var tasks = (await rig.CollectAsync("audit")).Nodes.Rows.Single().Tasks.Value;

        tasks.Should().HaveCount(700);
        tasks[0].Upid.Should().Be("UPID:0");
        tasks[^1].Upid.Should().Be("UPID:699");
    }

    [Fact]
    public async Task Answer_beyond_all_bounds_is_refused()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/storage", Json("{\"data\":[" + new string(' ', 3 << 20) + "]}"));

        var inventory = await Rig.CollectAsync(rig.Options("audit") with { ResponseLimit = 2 << 20 }, CollectionScope.ClusterOnly);

        inventory.Storages.Hidden!.Reason.Should().Be("the answer is larger than 2 MiB");
    }

    [Fact]
    public async Task Unmounted_backup_disk_is_unreadable_not_empty()
    {
        var inventory = await CollectAsync("/nodes/pve1/storage/local-backup/prunebackups?prune-backups=keep-all%3D1", new Fault
        {
            Status = 500, Reason = "unable to activate storage", Body = Bytes("""{"data":null,"message":"unable to activate storage 'local-backup' - directory is expected to be a mount point but is not mounted: '/mnt/local-backup'\n"}"""),
        });

        inventory.Backups.Single(b => b.Storage == "local-backup").Points.Unreadable!.Reason.Should().StartWith("500 unable to activate storage");
    }
}
