using System.Text.Json;
using Compliance.Core.Facts.Access;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Access;

/// <summary>Each vector of <c>access.json</c> is one row.</summary>
public sealed class AccessConformance(ITestOutputHelper output)
{
    private const string File = "access.json";

    public static IEnumerable<object[]> Volumes => VectorFile.Rows(File, "volume-read-access");

    public static IEnumerable<object[]> Roles => VectorFile.Rows(File, "role");

    public static IEnumerable<object[]> Calls => VectorFile.Rows(File, "visibility");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "volume-read-access", "role", "visibility");
        output.WriteLine(summary);
        var counts = summary.Split(' ');
        counts[1].Should().Be(counts[3], "no vector is of a kind that nobody executes");
    }

    [SkippableTheory]
    [MemberData(nameof(Volumes))]
    public void Volume_is_read_by_those_whom_Proxmox_lets(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var volume = vector.GetProperty("volid").GetString()!;
        var given = vector.GetProperty("owner_vmid_given");
        int? forGuest = given.ValueKind == JsonValueKind.Number ? given.GetInt32() : null;
        var allowed = Names(vector, "allowed");
        foreach (var user in allowed.Concat(Names(vector, "denied")))
        {
            VolumeAccess.MayRead(VolumeAccessEstate.Rights, user, volume, forGuest).Should().Be(allowed.Contains(user), $"{label}: {user}, {volume}");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Roles))]
    public void Role_holds_what_it_holds_in_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        BuiltInRoles.PrivilegesOf(vector.GetProperty("role").GetString()!).Should().Equal(Names(vector, "privileges").Order(StringComparer.Ordinal), label);
    }

    [SkippableTheory]
    [MemberData(nameof(Calls))]
    public void Call_shows_what_it_shows_in_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var call = vector.GetProperty("call").GetString()!;
        var caller = Caller.Parse(vector.GetProperty("caller").GetString()!);
        var expected = ExpectedAnswer.Parse(vector.GetProperty("expected").GetString()!);
        var paths = call == "any" ? Caller.GuardedCalls : [call["GET ".Length..]];
        foreach (var path in paths)
        {
            expected.Should().Contain(CallRights.Of(path)!.AnswerTo(caller.Has), $"{label}: {path}");
        }
    }

    private static string[] Names(JsonElement vector, string key) => [.. vector.GetProperty(key).EnumerateArray().Select(n => n.GetString()!)];
}
