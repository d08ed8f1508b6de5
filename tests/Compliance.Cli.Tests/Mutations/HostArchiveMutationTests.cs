using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Commands;

namespace Compliance.Cli.Tests.Mutations;

/// <summary>
/// Whether family 6 notices what goes wrong with the archive of a host: the sample's policy names no place of such archives, so the estate is
/// that of the gate, whose only node has a good one. Each change makes exactly these findings.
/// </summary>
public sealed class HostArchiveMutationTests
{
    private static readonly string[] Rules = ["BKP601", "BKP602", "BKP603", "BKP604", "BKP605", "BKP606"];

    private static readonly IReadOnlyDictionary<string, (Action<ReadyEstate> Change, string Findings)> Table = new Dictionary<string, (Action<ReadyEstate>, string)>(StringComparer.Ordinal)
    {
        ["nothing happens"] = (_ => { }, ""),
        ["the archive is removed"] = (estate => Archives(estate).Clear(), "BKP601 fail"),
        ["the archive is damaged"] = (estate => Spoil(estate.Archive, "damaged"), "BKP601 fail, BKP604 fail"),
        ["the archive cannot be read"] = (estate => Spoil(estate.Archive, "unreadable"), "BKP601 unknown, BKP602 unknown, BKP603 unknown, BKP604 unknown, BKP605 unknown, BKP606 unknown"),
        ["the directory is not mounted"] = (estate => Place(estate)["archives"] = JsonNode.Parse("""{ "unreadable": { "endpoint": "/mnt/backup/host", "reason": "there is no such directory" } }"""),
            "BKP601 unknown, BKP602 unknown, BKP603 unknown, BKP604 unknown, BKP605 unknown, BKP606 unknown"),
        ["nobody looked there"] = (estate => estate.Inventory.AsObject().Remove("hostArchives"), "BKP601 unknown, BKP602 unknown, BKP603 unknown, BKP604 unknown, BKP605 unknown, BKP606 unknown"),
        ["the archive grows old"] = (estate => Taken(estate.Archive, "2026-11-20T07:05:56Z"), "BKP602 fail"),
        ["the archive is within the schedule and its grace"] = (estate => Taken(estate.Archive, "2026-11-22T01:30:00Z"), ""),
        ["the archive is of tomorrow"] = (estate => Taken(estate.Archive, "2026-11-24T07:05:56Z"), "BKP601 unknown, BKP602 unknown, BKP603 unknown, BKP604 unknown, BKP605 unknown, BKP606 unknown"),
        ["the archive is of another node"] = (estate => estate.Archive["node"]!["value"] = "pve2", "BKP601 fail"),
        ["the archive lacks storage.cfg"] = (estate => Drop(estate.Archive, "/etc/pve/storage.cfg"), "BKP603 fail, BKP605 fail"),
        ["the archive lacks the network"] = (estate => Drop(estate.Archive, "/etc/network/interfaces"), "BKP603 fail"),
        ["the archive lacks a guest's configuration"] = (estate => Drop(estate.Archive, "/etc/pve/nodes/pve1/qemu-server/100.conf"), "BKP603 fail, BKP605 fail"),
        ["what the archive lacks may be in it, unlisted"] = (estate =>
        {
            Drop(estate.Archive, "/etc/pve/storage.cfg");
            estate.Archive["unlisted"] = JsonNode.Parse("""{ "endpoint": "host/pve1", "reason": "its catalog is encrypted" }""");
        }, "BKP603 unknown, BKP605 unknown"),
        ["storage.cfg is changed after the archive"] = (estate =>
        {
            foreach (var storage in estate.Inventory["storages"]!["rows"]!.AsArray())
            {
                storage!["digest"] = new string('0', 40);
            }
        }, "BKP605 fail"),
        ["a guest is changed after the archive"] = (estate => estate.Guest(110)["config"]!["value"]!["digest"] = new string('0', 40), "BKP605 fail"),
        ["a guest's configuration may not be read"] = (estate => estate.Guest(110)["config"] = JsonNode.Parse("""{ "unreadable": { "endpoint": "/nodes/pve1/qemu/110/config", "reason": "403" } }"""), "BKP605 unknown"),
        ["a newer archive is damaged beside a good one"] = (estate =>
        {
            var newer = estate.Archive.DeepClone();
            Spoil(newer, "damaged");
            Taken(newer, "2026-11-23T07:20:58Z");
            Archives(estate).Insert(0, newer);
        }, "BKP604 fail"),
        ["the archive lies on the disk of the node's system"] = (estate => estate.Write("policy.yaml", ReadyEstate.Policy.Replace("storage: local-backup }]", "storage: local }]", StringComparison.Ordinal)), "BKP606 fail"),
        ["the policy does not say on which storage it lies"] = (estate => estate.Write("policy.yaml", ReadyEstate.Policy.Replace(", storage: local-backup }]", " }]", StringComparison.Ordinal)), "BKP606 unknown"),
        ["the server hides snapshots, and a good archive is seen"] = (estate => Place(estate)["hidden"] = JsonNode.Parse("""{ "endpoint": "/datastore/store1", "reason": "it sees its own only" }"""), "BKP604 unknown"),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_is_noticed_by_the_rules_that_should(string mutation)
    {
        using var estate = new ReadyEstate();
        Table[mutation].Change(estate);
        estate.Write("inventory.json", estate.Inventory.ToJsonString());

        var run = await CommandRun.OfAsync(
            ["check", "-p", estate.PathOf("."), "--inventory", estate.PathOf("inventory.json"), "--as-of", ReadyEstate.AsOf, "-o", "json", .. Rules.SelectMany(rule => (string[])["--rule", rule])], token: null);

        string.Join(", ", JsonNode.Parse(run.Output)!["findings"]!.AsArray().Select(finding => $"{finding!["rule"]} {finding["verdict"]}").Order(StringComparer.Ordinal))
            .Should().Be(Table[mutation].Findings);
    }

    private static JsonNode Place(ReadyEstate estate) => estate.Inventory["hostArchives"]![0]!;

    private static JsonArray Archives(ReadyEstate estate) => Place(estate)["archives"]!["value"]!.AsArray();

    private static void Spoil(JsonNode archive, string state)
    {
        archive["state"] = state;
        archive["reason"] = "the end is missing";
    }

    private static void Taken(JsonNode archive, string time)
    {
        archive["takenAt"] = time;
        archive["modifiedAt"] = time;
    }

    private static void Drop(JsonNode archive, string path)
    {
        var files = archive["files"]!.AsArray();
        files.Remove(files.Single(file => (string)file!["path"]! == path));
    }
}
