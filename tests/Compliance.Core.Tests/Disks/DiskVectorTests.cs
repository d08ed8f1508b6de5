using System.Text.Json;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Disks;

/// <summary>Scenarios and disk lists in the API's own shapes: each vector of the file is one row.</summary>
public sealed class DiskVectorTests(ITestOutputHelper output)
{
    private const string FileName = "disks.json";

    public static IEnumerable<object[]> SharedDiskRows => Rows("shared-disk");

    public static IEnumerable<object[]> DiskListRows => Rows("disklist", "disklist-with-partitions");

    [SkippableTheory]
    [MemberData(nameof(SharedDiskRows))]
    public void Backups_and_guest_disks_are_told_apart_as_the_scenario_says(int row, string vectorJson)
    {
        using var document = Vector(row, vectorJson);
        var vector = document.RootElement;
        var node = RecordedNode.FromVector(vector);
        var storages = vector.GetProperty("storages").EnumerateArray().Select(RecordedNode.Storage).ToArray();
        var expected = vector.GetProperty("expected");

        var backups = storages.Where(s => s.Content.Contains("backup")).ToArray();
        var guests = storages.Where(s => s.Content.Contains("images") || s.Content.Contains("rootdir")).ToArray();
        Verdict(node, backups, guests).Should().Be(expected.GetProperty("verdict").GetString());
        if (expected.TryGetProperty("filesystem", out var filesystem))
        {
            var name = DiskLineage.Resolve(node, backups[0]).Filesystem ?? "unknown";
            filesystem.GetString()!.Split("-or-").Should().Contain(name);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(DiskListRows))]
    public void Every_listed_device_is_traced_to_its_own_disk(int row, string vectorJson)
    {
        using var document = Vector(row, vectorJson);
        var rows = document.RootElement.GetProperty("expected").EnumerateObject().Select(d => RecordedNode.DiskRow(d.Value)).ToArray();
        var node = DiskScene.With(rows);
        foreach (var device in rows)
        {
            var traced = DiskLineage.Resolve(node.Groups(new VolumeGroup("vg", [device.DevPath])), DiskScene.Thin with { VgName = "vg" });
            traced.Verdict.Should().Be(LineageVerdict.Proved);
            traced.Parts.Should().Equal(device.DevPath);
            var disk = traced.Disks.Should().ContainSingle().Subject;
            disk.DevPath.Should().Be(device.Parent ?? device.DevPath);
            new[] { disk.Serial, disk.Wwn }.Should().NotContain(["unknown", "00000000", "0x0000000000000000"], "placeholders identify nothing");
        }
    }

    [SkippableFact]
    public void No_vector_is_of_a_kind_that_nobody_executes()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Require(Path.Combine(Shared.Vectors, FileName))));
        var kinds = document.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.GetProperty("kind").GetString()).ToArray();
        output.WriteLine($"{FileName}: {kinds.Count(k => k != "smart")} vectors of the kinds shared-disk and disklist executed");
        // Health attributes are no concern of a backup policy.
        kinds.Should().BeSubsetOf(["shared-disk", "disklist", "disklist-with-partitions", "smart"]);
    }

    private static string Verdict(NodeState node, StorageState[] backups, StorageState[] guests)
    {
        var lineages = backups.Select(b => DiskLineage.Resolve(node, b)).ToArray();
        var all = (from backup in lineages from guest in guests select DiskLineage.Compare(backup, DiskLineage.Resolve(node, guest))).ToArray();
        return all.Any(c => c.Verdict == DiskComparisonVerdict.Shared) ? "shared"
            : lineages.Any(l => l.IsMountMissing) ? "not-mounted"
            : all.Any(c => c.Verdict == DiskComparisonVerdict.Unknown) ? "unknown"
            : lineages.All(l => l.Verdict == LineageVerdict.Remote) ? "separate-by-type"
            : all.Any(c => c.IsInferred) ? "separate-inferred"
            : "separate";
    }

    private JsonDocument Vector(int row, string vectorJson)
    {
        Shared.Require(Path.Combine(Shared.Vectors, FileName));
        Skip.If(row < 0, $"{FileName} has no vector of this kind.");
        return JsonDocument.Parse(vectorJson);
    }

    private static IEnumerable<object[]> Rows(params string[] kinds)
        => Shared.Rows(Path.Combine(Shared.Vectors, FileName), path => Read(path, kinds), -1, "{}");

    private static List<object[]> Read(string path, string[] kinds)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        List<object[]> rows = [.. document.RootElement.GetProperty("vectors").EnumerateArray()
            .Select((vector, row) => (vector, row))
            .Where(v => kinds.Contains(v.vector.GetProperty("kind").GetString()))
            .Select(v => new object[] { v.row, v.vector.GetRawText() })];
        return rows.Count > 0 ? rows : [[-1, "{}"]];
    }
}
