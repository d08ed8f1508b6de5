using System.Text.Json;
using Compliance.Core.Facts.Guests;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Guests;

/// <summary>Proxmox's own answers: each vector of the files is one row.</summary>
public sealed class GuestVectorTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> AgentRows => Rows("agent.json", "agent");

    public static IEnumerable<object[]> VolumeRows => Rows("job-selection.json", "volumes");

    [SkippableTheory]
    [MemberData(nameof(AgentRows))]
    public void Agent_is_read_as_Proxmox_reads_it(string file, int row, string vectorJson)
    {
        using var vector = Vector(file, row, vectorJson);
        var setting = AgentSetting.Parse(vector.RootElement.GetProperty("agent").GetString());
        var expected = vector.RootElement.GetProperty("expected");
        setting.IsEnabled.Should().Be(expected.GetProperty("enabled").GetBoolean());
        setting.FreezesOnBackup.Should().Be(expected.GetProperty("freeze_on_backup").GetBoolean());
        setting.Type.Should().Be(expected.GetProperty("type").GetString());
    }

    [SkippableTheory]
    [MemberData(nameof(VolumeRows))]
    public void Volumes_are_listed_as_Proxmox_lists_them(string file, int row, string vectorJson)
    {
        using var vector = Vector(file, row, vectorJson);
        var config = vector.RootElement.GetProperty("config").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
        var volumes = GuestVolumes.Of(vector.RootElement.GetProperty("type").GetString()!, config)
            .Select(v => (v.Key, v.VolumeId, v.IsIncluded));
        var expected = vector.RootElement.GetProperty("expected").EnumerateArray()
            .Select(v => (v.GetProperty("key").GetString()!, v.GetProperty("name").GetString()!, v.GetProperty("included").GetBoolean()));
        volumes.Should().BeEquivalentTo(expected);
    }

    [SkippableTheory]
    [InlineData("agent.json", "agent", "agent")]
    [InlineData("job-selection.json", "volumes", "volumes,guest-selection")]
    public void No_vector_is_of_a_kind_that_nobody_executes(string file, string kind, string known)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Shared.Require(Path.Combine(Shared.Vectors, file))));
        var kinds = document.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.GetProperty("kind").GetString()).ToArray();
        output.WriteLine($"{file}: {kinds.Count(k => k == kind)} vectors of kind {kind} executed");
        kinds.Should().BeSubsetOf(known.Split(','));
    }

    private JsonDocument Vector(string file, int row, string vectorJson)
    {
        Shared.Require(Path.Combine(Shared.Vectors, file));
        Skip.If(row < 0, $"{file} has no vector of this kind.");
        return JsonDocument.Parse(vectorJson);
    }

    private static IEnumerable<object[]> Rows(string file, string kind)
        => Shared.Rows(Path.Combine(Shared.Vectors, file), path => Read(path, file, kind), file, -1, "{}");

    private static List<object[]> Read(string path, string file, string kind)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        List<object[]> rows = [.. document.RootElement.GetProperty("vectors").EnumerateArray()
            .Select((vector, row) => (vector, row))
            .Where(v => v.vector.GetProperty("kind").GetString() == kind)
            .Select(v => new object[] { file, v.row, v.vector.GetRawText() })];
        return rows.Count > 0 ? rows : [[file, -1, "{}"]];
    }
}
