using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The section on what lies under guests and backups: a picture for each node, what it proves in words, and all of it as tables.</summary>
internal static class HtmlLineage
{
    public static ScriptObject Of(LineageMap map) => new()
    {
        ["is_empty"] = map.Nodes.IsEmpty,
        ["hidden"] = Script.List(map.Hidden, gap => UntrustedText.Shortened(gap.ToString(), Limits.Value)),
        ["nodes"] = Script.List(map.Nodes.Select((node, number) => (node, number)), one => Node(one.node, one.number)),
    };

    private static ScriptObject Node(LineageNode node, int number) => new()
    {
        ["id"] = $"lineage-{number}",
        ["name"] = Name(node.Name),
        ["label"] = Label(node),
        ["picture"] = new LineageFigure(node).Picture(),
        ["notes"] = Script.List(Notes(node), note => note),
        ["groups"] = Script.List(node.Groups, group => Group(group, node)),
        ["storages"] = Script.List(node.Storages, storage => Storage(storage, node)),
    };

    // What a listener gets in place of the picture; the tables hold the rest.
    private static string Label(LineageNode node)
    {
        var shared = node.Grounds.Count(ground => ground.IsShared);
        var unknown = node.Storages.Count(storage => storage.Proof == LineageProof.Unknown);
        return $"Guests, storages and disks of {Name(node.Name)}: {Words.Count(node.Groups.Sum(group => group.Guests.Length), "guest")}, "
            + $"{Words.Count(node.Storages.Length, "storage")}; {shared} shared between guests and backups, {unknown} not known. All of it follows as tables.";
    }

    /// <summary>What the picture shows and cannot say: first what is shared, then what nobody knows, then how the dashed lines were inferred.</summary>
    private static IEnumerable<ScriptObject> Notes(LineageNode node)
    {
        var sharings = node.Sharings.OrderBy(sharing => !sharing.IsShared)
            .Select(sharing => Note(sharing.IsShared ? "error" : "warning", sharing.IsShared ? "shared" : "unknown", LineageWords.Of(sharing, node)));
        var unknown = node.Storages.Where(storage => storage.Proof == LineageProof.Unknown)
            .Select(storage => Note("warning", "unknown", $"What {Name(storage.Name)} lies on is {LineageWords.Proof(storage)}."));
        var unseen = node.Groups.Where(group => !group.Gaps.IsEmpty)
            .Select(group => Note("warning", "unknown", $"Not all of where {LineageWords.Title(group)} {(group.Guests.Length == 1 ? "lies" : "lie")} could be seen: {UntrustedText.Shortened(string.Join("; ", group.Gaps), Limits.Value)}."));
        var inferred = node.Storages.Where(storage => storage.Proof == LineageProof.Inferred)
            .Select(storage => Note("info", "inferred", $"{Name(storage.Name)}: {LineageWords.Proof(storage)}."));
        return sharings.Concat(unknown).Concat(unseen).Concat(inferred);
    }

    private static ScriptObject Note(string kind, string word, string text) => new() { ["kind"] = kind, ["word"] = word, ["text"] = text };

    private static ScriptObject Group(LineageGroup group, LineageNode node) => new()
    {
        ["tier"] = LineageWords.Tier(group),
        ["guests"] = Script.List(group.Guests, guest => new ScriptObject
        {
            ["id"] = Name(guest.Id),
            ["name"] = guest.Name is null ? null : Name(guest.Name),
        }),
        ["data"] = Names(group, node, LineageUse.Data),
        ["backups"] = Names(group, node, LineageUse.Backups),
        ["wanted"] = Names(group, node, LineageUse.Wanted),
        ["gaps"] = Script.List(group.Gaps, gap => UntrustedText.Shortened(gap.ToString(), Limits.Value)),
    };

    private static ScriptArray Names(LineageGroup group, LineageNode node, LineageUse use)
        => Script.List(group.Ways.Where(way => way.Use == use), way => Name(node.Storages[way.Storage].Name));

    private static ScriptObject Storage(LineageStorage storage, LineageNode node) => new()
    {
        ["name"] = Name(storage.Name),
        ["type"] = storage.Type is null ? null : Name(storage.Type),
        ["holds"] = LineageWords.Holds(storage),
        ["grounds"] = Script.List(storage.Grounds.Select(place => node.Grounds[place]), ground => new ScriptObject
        {
            ["name"] = ground.Kind == LineageGroundKind.Unknown ? "not known" : Name(ground.Name),
            ["is_shared"] = ground.IsShared,
        }),
        ["proof"] = LineageWords.Proof(storage),
        ["is_unknown"] = storage.Proof == LineageProof.Unknown,
    };

    private static string Name(string name) => UntrustedText.Shortened(name, Limits.Name);
}
