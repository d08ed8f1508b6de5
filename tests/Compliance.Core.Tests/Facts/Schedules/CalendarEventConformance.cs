using System.Text.Json;
using Compliance.Core.Facts.Schedules;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Schedules;

/// <summary>Parsing, next events and gaps agree with proxmox-time, vector by vector.</summary>
public sealed class CalendarEventConformance(ITestOutputHelper output)
{
    private const string File = "calendar-events.json";

    public static IEnumerable<object[]> Parses => VectorFile.Rows(File, "parse");

    public static IEnumerable<object[]> Events => VectorFile.Rows(File, "event");

    public static IEnumerable<object[]> GapRows => VectorFile.Rows(File, "gap");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "parse", "event", "gap");
        output.WriteLine(summary);
        summary.Should().NotContain(" 0 of");
    }

    [SkippableTheory]
    [MemberData(nameof(Parses))]
    public void Text_is_valid_or_refused(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var result = CalendarEvent.Parse(vector.GetProperty("schedule").GetString()!);
        result.IsValid.Should().Be(vector.GetProperty("expect").GetString() == "valid", label + " " + result.Error);
        if (result.Event is { } schedule)
        {
            CalendarEvent.Parse(schedule.ToString()).Event.Should().Be(schedule);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Events))]
    public void Next_firings_are_those_of_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var schedule = CalendarEvent.Parse(vector.GetProperty("schedule").GetString()!).Event!;
        var zone = VectorFile.Zone(vector);
        var after = DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("from_epoch").GetInt64());
        if (vector.TryGetProperty("expect_next", out var expected))
        {
            foreach (var next in expected.EnumerateArray())
            {
                (schedule.Next(after, zone)?.ToUnixTimeSeconds()).Should().Be(next.GetInt64(), label);
                after = DateTimeOffset.FromUnixTimeSeconds(next.GetInt64());
            }
        }

        if (IsNever(vector, "expect") || IsNever(vector, "then"))
        {
            schedule.Next(after, zone).Should().BeNull(label);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(GapRows))]
    public void Gaps_are_those_of_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var schedule = CalendarEvent.Parse(vector.GetProperty("schedule").GetString()!).Event!;
        var zone = VectorFile.Zone(vector);
        var from = DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("window_from").GetInt64());
        var to = DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("window_to").GetInt64());

        // The window ends before `window_to`, except where its maker stopped at a run: then that run is the end and counts.
        var runs = vector.GetProperty("runs").GetInt32();
        var end = schedule.Firings(zone, from, to.AddSeconds(-1)).Count() == runs ? to : to.AddSeconds(1);
        schedule.Firings(zone, from, end.AddSeconds(-1)).Should().HaveCount(runs, label);

        var gaps = ScheduleGaps.Between(schedule, zone, from, end);
        Seconds(gaps.Longest).Should().Be(Optional(vector, "max_gap_seconds"), label);
        Seconds(gaps.Shortest).Should().Be(Optional(vector, "min_gap_seconds"), label);
        gaps.Ends.Should().Be(vector.GetProperty("terminates").GetBoolean(), label);
        gaps.IsAtLeastEvery(TimeSpan.FromHours(25)).Should().Be(vector.GetProperty("at_least_daily").GetBoolean(), label);
        gaps.IsAtLeastEvery(new TimeSpan(7, 1, 0, 0)).Should().Be(vector.GetProperty("at_least_weekly").GetBoolean(), label);
        gaps.IsAtLeastEvery(new TimeSpan(31, 1, 0, 0)).Should().Be(vector.GetProperty("at_least_monthly").GetBoolean(), label);
    }

    private static bool IsNever(JsonElement vector, string key)
        => vector.TryGetProperty(key, out var value) && value.GetString() == "never";

    private static long? Seconds(TimeSpan? gap) => gap is { } value ? (long)value.TotalSeconds : null;

    private static long? Optional(JsonElement vector, string key)
        => vector.GetProperty(key) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;
}
