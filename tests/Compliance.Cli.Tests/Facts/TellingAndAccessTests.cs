using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cel;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Whom failing runs of the recorded estates tell, and who may touch their backups.</summary>
public sealed class TellingAndAccessTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    [Theory]
    [InlineData("backup-tier0", "ops@lab.example,root@lab.example")]
    [InlineData("backup-tier1", "ops@lab.example")]
    [InlineData("backup-tier2", "ops@lab.example,root@lab.example")]
    [InlineData("backup-tier3", "ops@lab.example,root@lab.example")]
    public void Failure_on_the_compliant_estate_reaches_operations(string job, string recipients)
    {
        // tier0 names an address that notification-system ignores; tier1 names it in mode auto, which then mails nobody else.
        var facts = Of("compliant").Jobs.Single(j => j.State.Id == job);
        facts.FailureReaches.Value.Should().Equal(recipients.Split(','));
        facts.FailureReachesSomebody.Value.Should().BeTrue();
    }

    [Fact]
    public void Vzdump_conf_of_the_drifted_estate_mails_where_its_notifications_would_be_silent()
    {
        var jobs = Of("drifted").Jobs.Where(j => !j.Nodes.IsEmpty).ToDictionary(j => j.State.Id, j => j.FailureReaches.Value.ToArray());
        jobs["backup-tier0"].Should().Equal("old-admin@lab.example", "root");
        jobs["backup-ghost"].Should().Equal(["old-admin@lab.example", "root"], "vzdump.conf is the node's, whatever became of the storage");
        jobs["backup-nostorage"].Should().Equal("old-admin@lab.example", "root");
        jobs["backup-tier1"].Should().Equal("root");
        Of("drifted").Jobs.Single(j => j.State.Id == "backup-tier1").FailureReachesSomebody.IsKnown.Should().BeFalse("it is a mailbox of the node");
        Of("drifted").Jobs.Single(j => j.State.Id == "backup-tier0").FailureReachesSomebody.Value.Should().BeTrue();
        jobs.Should().ContainSingle(j => j.Value.Length == 1 && j.Value[0] == "old@lab.example", "the legacy cron job");
    }

    [Fact]
    public void Without_it_the_disabled_matcher_leaves_failures_untold()
    {
        static void Forget(JsonNode inventory) => MailOfNodes(inventory, null);

        Untold(Of("drifted", Forget)).Should().Contain(["backup-tier0", "backup-tier2", "backup-nostorage"]).And.NotContain("backup-tier1");
        var enabled = Of("drifted", inventory =>
        {
            Forget(inventory);
            inventory["matchers"]!["rows"]![0]!["isDisabled"] = false;
        });
        Untold(enabled).Should().Equal("backup-nostorage");
        enabled.Jobs.Single(j => j.State.Id == "backup-tier0").FailureReaches.Value.Should().Equal("root@lab.example");
    }

    [Fact]
    public void Mailto_of_the_node_takes_the_notification_system_out_of_the_way()
    {
        var jobs = Of("compliant", inventory => MailOfNodes(inventory, "night@lab.example, ops@lab.example")).Jobs;
        jobs.Where(j => j.State is { NotificationMode: null or "auto", MailTo: null }).Should().NotBeEmpty()
            .And.OnlyContain(j => j.FailureReaches.Value.SequenceEqual(new[] { "night@lab.example", "ops@lab.example" }));
    }

    [Fact]
    public void Matcher_for_one_job_speaks_for_that_job_alone()
    {
        var id = Of("compliant").Jobs[0].State.Id;
        var jobs = Of("compliant", inventory =>
        {
            inventory["matchers"]!["rows"]!.AsArray().RemoveAt(1);
            inventory["matchers"]!["rows"]![0]!["fields"] = new JsonArray($"exact:job-id={id}");
        }).Jobs;
        jobs.Where(j => !IsMailed(j)).Should().HaveCount(3).And.OnlyContain(j => j.FailureReachesSomebody.Value == (j.State.Id == id));
    }

    [Fact]
    public void Field_of_a_job_was_not_sent_before_8_2_5()
    {
        static void OneJob(JsonNode inventory, string version)
        {
            inventory["serverVersion"] = version;
            inventory["matchers"]!["rows"]!.AsArray().RemoveAt(1);
            inventory["matchers"]!["rows"]![0]!["fields"] = new JsonArray("regex:job-id=.");
        }

        Of("compliant", inventory => OneJob(inventory, "8.2.4")).Jobs.Should().OnlyContain(j => j.FailureReachesSomebody.Value == IsMailed(j));
        Of("compliant", inventory => OneJob(inventory, "8.2.10")).Jobs.Should().OnlyContain(j => j.FailureReachesSomebody.Value);
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public void Only_the_auditor_with_a_second_role_may_touch_backups(string estate)
    {
        // BackupReader on / gives AllocateSpace and VM.Backup; ops has VM.Backup, and only Datastore.Audit on the storage.
        var storage = Of(estate).Storages.Single();
        storage.Readers.Value.Should().Equal("audit@pve");
        storage.Removers.Value.Should().Equal("audit@pve");
        storage.Granters.Value.Should().BeEmpty();
        storage.Unlisted.Value.Should().BeEmpty("the policy names it");
    }

    [SkippableTheory]
    [InlineData("compliant", "audit")]
    [InlineData("drifted", "audit")]
    [InlineData("cluster", "audit")]
    [InlineData("large", "audit")]
    [InlineData("compliant", "plus")]
    [InlineData("drifted", "plus")]
    public async Task Recorded_estates_are_seen_whole_by_an_auditor(string estate, string token)
    {
        var inventory = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), token);
        var seen = Estate.Build(Policy, EvidenceRecords.None, inventory, inventory.CollectedAt);
        seen.Storages.Should().OnlyContain(s => s.Readers.Value.SequenceEqual(new[] { "audit@pve" }) && s.Unlisted.Value.IsEmpty);
        seen.Jobs.Where(j => !j.Nodes.IsEmpty).Should().OnlyContain(j => j.FailureReaches.IsKnown || j.FailureReaches.Unreadable!.Endpoint.StartsWith("/nodes/"));
    }

    [SkippableFact]
    public async Task Token_without_rights_knows_nothing_of_either()
    {
        var inventory = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, "drifted")), "none");
        var storage = Estate.Build(Policy, EvidenceRecords.None, inventory, inventory.CollectedAt).Storages.Single();
        storage.Readers.Unreadable!.Needs.Should().Be("Sys.Audit on /access");
        storage.Unlisted.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Disabled_or_expired_user_may_nothing_and_a_listed_group_is_expected()
    {
        Of("compliant", inventory => User(inventory)["isEnabled"] = false).Storages.Single().Readers.Value.Should().BeEmpty();
        Of("compliant", inventory => User(inventory)["expiresAt"] = "2020-01-01T00:00:00Z").Storages.Single().Readers.Value.Should().BeEmpty();
        Of("compliant", inventory => User(inventory)["expiresAt"] = "2099-01-01T00:00:00Z").Storages.Single().Readers.Value.Should().Equal("audit@pve");

        var place = Policy.Storages[0].Place;
        var listed = Policy with { Storages = [Policy.Storages[0] with { Access = [new Placed<string>("@auditors", place)] }] };
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("compliant")), "compliant.json");
        Estate.Build(listed, EvidenceRecords.None, inventory, inventory.CollectedAt).Storages.Single().Unlisted.Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SubjectKind.Job, "job.reachesSomebody && policy.recipients.all(r, r in job.failureReaches)")]
    [InlineData(SubjectKind.Storage, "storage.unlistedAccess.size() == 0")]
    [InlineData(SubjectKind.Storage, "storage.removers.all(p, p in storage.allowedAccess)")]
    public void Rule_is_one_line(SubjectKind kind, string assertion)
        => CelCompiler.Compile(assertion, FactTable.EnvironmentOf(kind)).Issues.Should().BeEmpty();

    private static bool IsMailed(JobFacts job) => job.State is { MailTo: not null, NotificationMode: not "notification-system" };

    private static string[] Untold(Estate estate)
        => [.. estate.Jobs.Where(j => j.FailureReachesSomebody is { IsKnown: true, Value: false }).Select(j => j.State.Id)];

    private static void MailOfNodes(JsonNode inventory, string? mailTo)
    {
        foreach (var defaults in inventory["nodes"]!["rows"]!.AsArray().SelectMany(n => n!["defaults"]!.AsArray()))
        {
            if (defaults!["settings"]!["value"] is { } settings)
            {
                settings["mailTo"] = mailTo;
            }
        }
    }

    private static JsonNode User(JsonNode inventory) => inventory["users"]!["rows"]!.AsArray().Single(u => (string)u!["id"]! == "audit@pve")!;

    private static Estate Of(string estate, Action<JsonNode>? change = null)
    {
        var text = JsonNode.Parse(Repository.Read($"samples/homelab/inventories/{estate}.json"))!;
        change?.Invoke(text);
        var inventory = InventoryFile.Parse(Encoding.UTF8.GetBytes(text.ToJsonString()), estate + ".json");
        return Estate.Build(Policy, EvidenceRecords.None, inventory, inventory.CollectedAt);
    }
}
