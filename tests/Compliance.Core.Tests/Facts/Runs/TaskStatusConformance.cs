using System.Text.Json;
using Compliance.Core.Facts.Runs;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Runs;

/// <summary>Tasks and their logs are read as pve-common and pve-manager write them, vector by vector.</summary>
public sealed class TaskStatusConformance(ITestOutputHelper output)
{
    private const string File = "task-status.json";

    private static readonly string[] Kinds = ["upid", "log-status", "status-type", "vzdump-log"];

    public static IEnumerable<object[]> Upids => VectorFile.Rows(File, "upid");

    public static IEnumerable<object[]> LastLines => VectorFile.Rows(File, "log-status");

    public static IEnumerable<object[]> Statuses => VectorFile.Rows(File, "status-type");

    public static IEnumerable<object[]> Logs => VectorFile.Rows(File, "vzdump-log");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, Kinds);
        output.WriteLine(summary);
        summary.Should().MatchRegex(@": (\d+) of \1 run", "no vector is of a kind that nobody executes");
    }

    [SkippableTheory]
    [MemberData(nameof(Upids))]
    public void Upid_is_read_as_Proxmox_does(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var upid = Upid.Parse(vector.GetProperty("upid").GetString()!);
        if (!vector.TryGetProperty("expected", out var expected))
        {
            upid.Should().BeNull(label);
            return;
        }

        foreach (var field in expected.EnumerateObject())
        {
            var actual = field.Name switch
            {
                "node" => upid!.Node,
                "pid" => upid!.Pid,
                "pstart" => upid!.ProcessStart,
                "starttime" => upid!.StartedAt.ToUnixTimeSeconds(),
                "type" => upid!.Type,
                "id" => upid!.Id,
                "user" => (object)upid!.User,
                _ => throw new InvalidOperationException($"the vector expects {field.Name}, which nobody reads"),
            };
            actual.Should().Be(field.Value.ValueKind is JsonValueKind.Number ? field.Value.GetInt64() : (object?)field.Value.GetString(), field.Name);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(LastLines))]
    public void Last_line_gives_the_status(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        RunStatus.OfLastLine(vector.GetProperty("last_line").GetString()!).Should().Be(vector.GetProperty("expected").GetString(), label);
    }

    [SkippableTheory]
    [MemberData(nameof(Statuses))]
    public void Status_has_the_class_Proxmox_gives_it(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var status = vector.GetProperty("status").GetString();
        RunStatus.ClassOf(status).ToString().Should().BeEquivalentTo(vector.GetProperty("expected_type").GetString(), label);
        RunStatus.IsFailure(status).Should().Be(vector.GetProperty("is_error").GetBoolean(), label);
    }

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void Log_is_read_guest_by_guest(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var log = VzdumpLog.Parse(vector.GetProperty("lines").EnumerateArray().Select(l => l.GetString()!));
        var expected = vector.GetProperty("expected");
        log.Status.Should().Be(expected.GetProperty("status").GetString(), label);
        var guests = expected.GetProperty("guests").EnumerateObject().ToList();
        log.Guests.Select(g => $"{g.VmId}").Should().BeEquivalentTo(guests.Select(g => g.Name), label);
        foreach (var (guest, field) in guests.SelectMany(g => g.Value.EnumerateObject().Select(f => (g, f))))
        {
            LoggedGuest.Value(log.Guests.Single(g => $"{g.VmId}" == guest.Name), field.Name)
                .Should().Be(LoggedGuest.Plain(field.Value), $"{guest.Name} {field.Name}");
        }
    }
}
