using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;
using static Compliance.Core.Tests.Disks.RecordedAnswers;

namespace Compliance.Core.Tests.Disks;

/// <summary>Answers of the API as the model has them, as far as disks go. The product's own reader is tested with its project.</summary>
internal static class RecordedNode
{
    public static NodeState FromVector(JsonElement vector) => DiskScene.Node with
    {
        Disks = Known(vector.GetProperty("disks"), DiskRow),
        MountUnits = Known(vector.GetProperty("directory"), Unit),
        VolumeGroups = Known(vector.GetProperty("lvm").GetProperty("children"), Group),
        ZfsPools = Known(vector.GetProperty("zfs"), pool => Pool(
            pool, vector.TryGetProperty("zfs_detail", out var all) && all.TryGetProperty(Text(pool, "name")!, out var one) ? one : null)),
        Storages = new Listing<NodeStorage>([.. vector.GetProperty("status").EnumerateArray().Select(Status)], hidden: null),
    };

    /// <summary>One node of a recording, as the token saw it.</summary>
    public static (NodeState Node, ImmutableArray<StorageState> Storages) FromRecording(string estate, string token, string node)
    {
        var answers = new RecordedAnswers(estate, token);
        var at = $"/nodes/{node}";
        var state = DiskScene.Node with
        {
            Name = node,
            Disks = Known(answers.Data($"{at}/disks/list?include-partitions=1&skipsmart=1"), DiskRow),
            MountUnits = Known(answers.Data($"{at}/disks/directory"), Unit),
            VolumeGroups = Known(answers.Data($"{at}/disks/lvm").GetProperty("children"), Group),
            ZfsPools = Known(answers.Data($"{at}/disks/zfs"), pool => Pool(pool, answers.Data($"{at}/disks/zfs/{Text(pool, "name")}"))),
            Storages = new Listing<NodeStorage>([.. answers.Data($"{at}/storage").EnumerateArray().Select(Status)], hidden: null),
            DeviceReport = Observation.Known(answers.Data($"{at}/report").GetString()!),
        };
        return (state, [.. answers.Data("/storage").EnumerateArray().Select(Storage)]);
    }

    public static StorageState Storage(JsonElement row) => new()
    {
        Id = Text(row, "storage")!,
        Type = Text(row, "type")!,
        Content = [.. Text(row, "content")!.Split(',').Order(StringComparer.Ordinal)],
        Path = Text(row, "path") ?? Text(row, "mountpoint"),
        IsMountpoint = Text(row, "is_mountpoint"),
        Nodes = Text(row, "nodes") is { } nodes ? [.. nodes.Split(',').Order(StringComparer.Ordinal)] : null,
        Server = Text(row, "server"),
        Export = Text(row, "export"),
        Share = Text(row, "share"),
        Pool = Text(row, "pool"),
        VgName = Text(row, "vgname"),
        ThinPool = Text(row, "thinpool"),
        Datastore = Text(row, "datastore"),
    };

    public static DiskRow DiskRow(JsonElement row) => new()
    {
        DevPath = Text(row, "devpath")!,
        Parent = Text(row, "parent"),
        Serial = Text(row, "serial"),
        Wwn = Text(row, "wwn"),
        Model = Text(row, "model"),
        ByIdLink = Text(row, "by_id_link"),
        Size = Number(row, "size"),
        Used = Text(row, "used"),
        IsMounted = Text(row, "mounted") == "1",
    };

    private static MountUnit Unit(JsonElement row) => new(Text(row, "path")!, Text(row, "device")!, Text(row, "type")!);

    private static VolumeGroup Group(JsonElement row)
        => new(Text(row, "name")!, [.. row.GetProperty("children").EnumerateArray().Select(v => Text(v, "name")!)]);

    private static ZfsPool Pool(JsonElement row, JsonElement? detail)
        => new(Text(row, "name")!, detail is { } tree
            ? Observation.Known<ImmutableArray<string>>([.. Leaves(tree)])
            : Observation.Unreadable<ImmutableArray<string>>(new Gap($"/nodes/pve1/disks/zfs/{Text(row, "name")}", "not in the vector")));

    private static IEnumerable<string> Leaves(JsonElement tree)
        => tree.TryGetProperty("children", out var children) ? children.EnumerateArray().SelectMany(Leaves) : [Text(tree, "name")!];

    private static NodeStorage Status(JsonElement row)
        => new(Text(row, "storage")!, Text(row, "type") ?? "", Text(row, "enabled") != "0", Text(row, "active") == "1", Number(row, "total"), Number(row, "used"), Number(row, "avail"));

    private static Observed<ImmutableArray<T>> Known<T>(JsonElement rows, Func<JsonElement, T> read)
        => Observation.Known<ImmutableArray<T>>([.. rows.EnumerateArray().Select(read)]);

    private static long Number(JsonElement row, string key)
        => Text(row, key) is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
