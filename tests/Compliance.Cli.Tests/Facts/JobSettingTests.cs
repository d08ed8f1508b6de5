using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What a job's runs use, and which level set it; vzdump.conf of the sample says suspend, gzip, keep-last=1 and two addresses.</summary>
public sealed class JobSettingTests
{
    private const string Tier1 = "jobs.rows[id=backup-tier1].";
    private const string Defaults = "nodes.rows[name=pve1].defaults";

    [Theory]
    [InlineData("mode", "\"stop\"", "stop", "the job")]
    [InlineData("mode", "null", "suspend", "vzdump.conf of pve1")]
    public void Mode_is_the_jobs_or_the_nodes(string key, string value, string mode, string origin)
        => Job("backup-tier1", Tier1 + key, value).Mode.Value.Should().Be(new EffectiveValue(mode, origin));

    [Theory]
    [InlineData("\"1\"", "lzo", "the job")]
    [InlineData("\"0\"", "none", "the job")]
    [InlineData("null", "gzip", "vzdump.conf of pve1")]
    public void Compression_has_the_name_people_use(string value, string compression, string origin)
        => Job("backup-tier1", Tier1 + "compress", value).Compression.Value.Should().Be(new EffectiveValue(compression, origin));

    [Fact]
    public void What_equals_the_built_in_value_is_taken_for_it()
        => Job("backup-tier1").NotificationMode.Value.Should().Be(new EffectiveValue("auto", "the default of pve1"));

    /// <summary>As when nobody may read the node's vzdump.conf.</summary>
    [Fact]
    public void What_the_job_says_is_known_without_the_node()
    {
        var job = Job(
            "backup-tier1",
            Tier1 + "mode", "\"stop\"",
            Tier1 + "compress", "null",
            Defaults, $$"""[{"storage":"nas-backup","settings":{{PatchedEstate.Unreadable("/nodes/pve1/vzdump/defaults")}}}]""");

        job.Mode.Value!.Value.Should().Be("stop");
        job.Target.Value!.Value.Should().Be("nas-backup");
        job.Compression.Unreadable!.Endpoint.Should().Be("/nodes/pve1/vzdump/defaults");
        job.Prunes.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Retention_of_the_node_shows_where_the_storage_has_none()
    {
        var retention = Job("backup-tier1").Retention.Value!;

        retention.Keep.ToString().Should().Be("keep-last=1");
        retention.Origin.Should().Be("vzdump.conf of pve1, used by job");
    }

    /// <summary>The answer for a storage that has one shows that one in its place.</summary>
    [Fact]
    public void Retention_of_the_node_that_no_answer_shows_is_unknown_and_not_none()
    {
        var retention = Job(
            "backup-tier1",
            Defaults, """[{"storage":"local","settings":{"value":{"storage":"local","pruneBackups":"keep-all=1"}}}]""").Retention;

        retention.Unreadable!.Reason.Should().Be("not told: each storage that was asked for has a retention of its own");
    }

    [Theory]
    [InlineData("""{"storage":"nas-backup"}""", "nas-backup", "vzdump.conf of pve1")]
    [InlineData("""{"storage":"local"}""", "local", "the default of pve1")]
    [InlineData("""{"storage":null,"dumpDir":"/mnt/dump"}""", "/mnt/dump", "the dumpdir of vzdump.conf of pve1")]
    public void A_job_without_a_target_takes_the_nodes(string settings, string target, string origin)
        => Job("backup-nostorage", Defaults, $$$"""[{"storage":null,"settings":{"value":{{{settings}}}}}]""").Target.Value.Should().Be(new EffectiveValue(target, origin));

    [Fact]
    public void A_directory_is_no_storage_and_no_fault()
    {
        var job = Job("backup-tier1", Tier1 + "storage", "null", Tier1 + "dumpDir", "\"/mnt/dump\"");

        job.Target.Value.Should().Be(new EffectiveValue("/mnt/dump", "the dumpdir of the job"));
        job.TargetState.Value.Should().BeNull();
        job.TargetFault.Value.Should().BeNull();
    }

    [Fact]
    public void Nodes_that_fall_back_to_different_storages_have_no_one_target()
    {
        const string Local = """[{"storage":null,"settings":{"value":{"storage":"local"}}}]""";
        const string Nas = """[{"storage":null,"settings":{"value":{"storage":"nas-backup"}}}]""";
        var job = OnTwoNodes(Local, Nas);

        job.Target.Value!.Value.Should().Be("local on pve1, nas-backup on pve2");
        job.TargetState.Unreadable!.Reason.Should().Be("no one target: local on pve1, nas-backup on pve2");
        OnTwoNodes(Local, Local).TargetState.Value!.Id.Should().Be("local");
        OnTwoNodes(Local, """[{"storage":null,"settings":{"value":{"storage":"gone"}}}]""").TargetState.Should().Match<Observed<StorageState?>>(
            state => state.IsKnown && state.Value == null, "on one node every run fails");
    }

    private static JobFacts OnTwoNodes(string first, string second)
    {
        var one = JsonNode.Parse(File.ReadAllText(Samples.Inventory("drifted")))!["nodes"]!["rows"]![0]!;
        var two = one.DeepClone();
        one["defaults"] = JsonNode.Parse(first);
        two["name"] = "pve2";
        two["defaults"] = JsonNode.Parse(second);
        return Job("backup-nostorage", "nodes.rows", $"[{one.ToJsonString()},{two.ToJsonString()}]", "guests.rows[vmId=100].node", "\"pve2\"");
    }

    private static JobFacts Job(string id, params string[] set) => PatchedEstate.Of("drifted", set).Jobs.Single(job => job.State.Id == id);
}
