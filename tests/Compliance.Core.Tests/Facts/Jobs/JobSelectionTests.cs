using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Facts.Jobs;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Jobs;

public sealed class JobSelectionTests(ITestOutputHelper output)
{
    private const string File = "job-selection.json";

    private static readonly GuestPlace[] Guests = [new(100, "n1"), new(101, "n1"), new(200, "n2")];

    private static readonly Dictionary<string, ImmutableArray<int>> Pools = new() { ["p"] = [100, 200], ["empty"] = [] };

    public static IEnumerable<object[]> Vectors => VectorFile.Rows(File, "guest-selection");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "guest-selection", "volumes");
        output.WriteLine(summary);
        summary.Should().NotContain(" 0 of");
    }

    [SkippableTheory]
    [MemberData(nameof(Vectors))]
    public void Guests_are_those_Proxmox_selects(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var job = vector.GetProperty("job");
        var selection = JobSelection.Of(
            new JobScope
            {
                All = job.TryGetProperty("all", out var all) && all.GetInt32() == 1,
                Exclude = Text(job, "exclude"),
                Vmid = Text(job, "vmid"),
                Pool = Text(job, "pool"),
                Node = Text(job, "node"),
            },
            [.. vector.GetProperty("guests").EnumerateArray().Select(g => new GuestPlace(g.GetProperty("vmid").GetInt32(), g.GetProperty("node").GetString()!))],
            vector.GetProperty("pools").EnumerateObject().ToDictionary(p => p.Name, p => Numbers(p.Value), StringComparer.Ordinal));

        if (vector.TryGetProperty("expected_error", out _))
        {
            selection.Fault.Should().NotBeNull(label);
            return;
        }

        var expected = vector.GetProperty("expected_per_node").EnumerateObject().ToDictionary(p => p.Name, p => Numbers(p.Value).Order().ToArray(), StringComparer.Ordinal);
        selection.Missing.Should().Equal(expected.GetValueOrDefault("", []), label);
        expected.Remove("");
        selection.ByNode.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal).Should().BeEquivalentTo(expected, label);
    }

    [Fact]
    public void Pool_beats_list_beats_all()
    {
        Ids(new JobScope { Pool = "p", Vmid = "101", All = true }).Should().Equal(100, 200);
        Ids(new JobScope { Vmid = "101", All = true, Exclude = "101" }).Should().Equal(101);
        Ids(new JobScope { All = true, Exclude = "101" }).Should().Equal(100, 200);
    }

    [Fact]
    public void List_is_split_as_Proxmox_splits_lists() => Ids(new JobScope { Vmid = "100;101 ,\t200,,0" }).Should().Equal(100, 101, 200);

    [Fact]
    public void Missing_pool_is_a_fault_and_an_empty_one_selects_nothing()
    {
        Of(new JobScope { Pool = "nosuch" }).Fault.Should().Be("pool 'nosuch' does not exist");
        Of(new JobScope { Pool = "empty" }).Should().BeEquivalentTo(new { Fault = (string?)null, ByNode = ImmutableSortedDictionary<string, ImmutableArray<int>>.Empty });
    }

    [Fact]
    public void Strange_id_is_a_fault() => Of(new JobScope { Vmid = "100,web" }).Fault.Should().Be("strange VM ID 'web'");

    [Fact]
    public void Guest_on_another_node_drops_out_and_a_removed_one_stays_missing()
    {
        var selection = Of(new JobScope { Vmid = "100,200,999", Node = "n2" });
        selection.ByNode.Keys.Should().Equal("n2");
        selection.Missing.Should().Equal(999);
        selection.Contains(100).Should().BeFalse();
    }

    private static JobSelection Of(JobScope scope) => JobSelection.Of(scope, Guests, Pools);

    private static IEnumerable<int> Ids(JobScope scope) => Of(scope).ByNode.Values.SelectMany(ids => ids);

    private static string? Text(JsonElement job, string key) => job.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static ImmutableArray<int> Numbers(JsonElement ids) => [.. ids.EnumerateArray().Select(id => id.GetInt32())];
}
