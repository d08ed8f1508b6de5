using System.Globalization;
using System.Text.Json;
using Compliance.Core.Facts.Retentions;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Retentions;

/// <summary>Marking, whole listings and schedules with pruning agree with pve-storage, vector by vector.</summary>
public sealed class PruneConformance(ITestOutputHelper output)
{
    private const string File = "prune.json";

    public static IEnumerable<object[]> Listings => VectorFile.Rows(File, "pve-prune");

    public static IEnumerable<object[]> Groups => VectorFile.Rows(File, "mark");

    public static IEnumerable<object[]> Simulations => VectorFile.Rows(File, "simulation");

    public static IEnumerable<object[]> Snapshots => VectorFile.Rows(File, "pbs-prune");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "pve-prune", "mark", "simulation", "pbs-prune");
        output.WriteLine(summary);
        summary.Should().NotContain(" 0 of");
    }

    [SkippableTheory]
    [MemberData(nameof(Listings))]
    public void Listing_is_marked_as_Proxmox_marks_it(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var backups = vector.GetProperty("backups").EnumerateArray().Select(b => new StoredBackup
        {
            Volid = b.GetProperty("volid").GetString()!,
            Time = Time(b.GetProperty("ctime")),
            Vmid = b.TryGetProperty("vmid", out var id) && id.ValueKind is JsonValueKind.Number ? id.GetInt32() : null,
            IsProtected = b.GetProperty("protected").GetBoolean(),
        });
        int? vmid = vector.GetProperty("vmid") is { ValueKind: JsonValueKind.Number } only ? only.GetInt32() : null;
        var marked = PruneListing.Mark(backups, Keep(vector), VectorFile.Zone(vector), vmid, vector.GetProperty("type").GetString());

        var expected = vector.GetProperty("expected").EnumerateArray().Select(e => new MarkedBackup
        {
            Volid = e.GetProperty("volid").GetString()!,
            Type = e.GetProperty("type").GetString()!,
            Vmid = e.TryGetProperty("vmid", out var id) && id.ValueKind is JsonValueKind.Number ? id.GetInt32() : null,
            Time = Time(e.GetProperty("ctime")),
            Mark = Enum.Parse<PruneMark>(e.GetProperty("mark").GetString()!, ignoreCase: true),
        });
        marked.Should().BeEquivalentTo(expected, label);
    }

    [SkippableTheory]
    [MemberData(nameof(Groups))]
    public void Group_is_marked_as_Proxmox_marks_it(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var rows = vector.GetProperty("backups").EnumerateArray().ToList();
        var candidates = rows.ConvertAll(b => new PruneCandidate(Time(b.GetProperty("ctime")), b.GetProperty("protected").GetBoolean()));
        var marks = PruneAlgorithm.Mark(candidates, Keep(vector), VectorFile.Zone(vector));
        marks.Select(m => m.ToString().ToLowerInvariant()).Should().Equal(rows.Select(b => b.GetProperty("expected").GetString()), label);
        marks.Count(m => m is not PruneMark.Remove).Should().Be(vector.GetProperty("kept_count").GetInt32(), label);
    }

    [SkippableTheory]
    [MemberData(nameof(Simulations))]
    public void Runs_with_pruning_leave_what_Proxmox_leaves(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var remaining = RetentionSimulation.Replay(Runs(vector.GetProperty("runs")), VectorFile.Zone(vector));
        remaining.Select(t => t.ToUnixTimeSeconds()).Should()
            .BeEquivalentTo(vector.GetProperty("expected_remaining").EnumerateArray().Select(e => e.GetInt64()), label);
        remaining.Should().HaveCount(vector.GetProperty("remaining_count").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(Snapshots))]
    public void Snapshots_are_kept_as_the_backup_server_keeps_them(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var rows = vector.GetProperty("snapshots").EnumerateArray().ToList();
        var names = rows.ConvertAll(r => r.GetProperty("snapshot").GetString()!);
        var snapshots = rows.ConvertAll(r => new PbsSnapshot(
            DateTimeOffset.Parse(r.GetProperty("snapshot").GetString()!.Split('/')[^1], CultureInfo.InvariantCulture),
            r.GetProperty("protected").GetBoolean(),
            r.GetProperty("partial").GetBoolean()));
        var kept = names.Zip(PbsPrune.Mark(snapshots, Keep(vector), VectorFile.Zone(vector))).ToLookup(p => p.Second is not PruneMark.Remove, p => p.First);
        kept[true].Should().BeEquivalentTo(vector.GetProperty("expected_kept").EnumerateArray().Select(e => e.GetString()), label);
        kept[false].Should().BeEquivalentTo(vector.GetProperty("expected_removed").EnumerateArray().Select(e => e.GetString()), label);
    }

    private static IEnumerable<(DateTimeOffset Time, KeepOptions Keep)> Runs(JsonElement runs)
        => runs.ValueKind is JsonValueKind.Array
            ? runs.EnumerateArray().Select(r => (Time(r[0]), KeepOf(r[1])))
            : runs.GetProperty("times").EnumerateArray().Select(t => (Time(t), KeepOf(runs.GetProperty("keep"))));

    private static KeepOptions Keep(JsonElement vector) => KeepOf(vector.GetProperty("keep"));

    // The upstream test hands options straight to the algorithm, past the parser, and one of them is misspelt ("keep-monthyl").
    private static KeepOptions KeepOf(JsonElement keep)
        => KeepOptions.From(keep.EnumerateObject()
            .Where(p => p.Value.GetInt32() > 0)
            .ToDictionary(p => p.Name, p => p.Value.GetRawText(), StringComparer.Ordinal)).Options!;

    private static DateTimeOffset Time(JsonElement epoch) => DateTimeOffset.FromUnixTimeSeconds(epoch.GetInt64());
}
