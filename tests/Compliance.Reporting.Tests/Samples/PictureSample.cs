using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>Timelines and retention pictures made by hand.</summary>
internal static class PictureSample
{
    private const string Fine = "???????????????????????????????????????????????????????.....P......P......P......P.PPPPPPP";

    public static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Gap Index = new("/nodes/pve1/tasks", "the history of tasks begins on 2026-10-20");

    public static ImmutableArray<GuestTimeline> Timelines { get; } =
    [
        Timeline("qemu/101", "ca01", 1, "???????????????????????????????????????????????????????.....P......P......PMM....p.gPPPPMP", failedOn: [74, 75]),
        Timeline("lxc/102", "dns01", 1, Fine),
        Timeline("qemu/103", null, 1, new string('?', 90)) with { Unlisted = new Gap("/nodes/pve1/storage/local-backup/prunebackups", "403 Permission check failed", "Datastore.Audit on /storage/local-backup") },
        Timeline("qemu/104", "new01", 1, new string('-', 80) + "PPPPrrPPPP"),
        Timeline("qemu/900", "lab01", null, "??????????" + new string('.', 80)) with { NoPromise = "exempt: a lab" },
        Timeline("qemu/201", "mon01", 2, "") with { Undrawn = new Gap("/nodes/pve2/time", "595 Connection refused") },
    ];

    public static ImmutableArray<RetentionPicture> Retentions { get; } =
    [
        Picture(1, "Core services", ["qemu/101", "lxc/102"]) with
        {
            Live = Side("02:30 (job \"daily-core\")", "keep-daily=3 (set by job \"daily-core\")", [0, 1, 2]),
            Present = [new(Day, 2), new(Day.AddDays(-1), 2), new(Day.AddDays(-2), 1), new(Day.AddDays(-400), 1)],
        },
        Picture(1, "Core services", ["qemu/103"]) with { Live = null, WhyNotLive = "could not read /cluster/backup (403): needs Sys.Audit on /", Unlisted = ["qemu/103"] },
        Picture(2, "Supporting services", ["qemu/201"]) with
        {
            Live = Side("sat 03:00 (job \"weekly\")", "keep-all=1 (set by the built-in default, used by job \"weekly\")", [.. Enumerable.Range(0, 56).Select(week => 2 + (7 * week))]) with { GrowsForever = true },
        },
        Picture(3, "Lab", ["qemu/900"]) with { Promised = null, WhyNotPromised = "the policy promises no schedule, and no job runs that its retention could be tried on", Live = Side("no job selects it", "", []) },
    ];

    /// <param name="days">a letter for each day, as JSON has them</param>
    /// <param name="failedOn">days, counted from the first, on which a run failed</param>
    public static GuestTimeline Timeline(string guest, string? name, int? tier, string days, params int[] failedOn) => new()
    {
        Guest = guest,
        Name = name,
        Promise = tier is { } level ? new GuestPromise(level, "Core services", "02:30", "keep-daily=7,keep-weekly=4", TimeSpan.FromHours(6)) : null,
        NoPromise = tier is null ? "in no tier" : null,
        Zone = days.Length == 0 ? "" : "Europe/Berlin",
        Unrecorded = days.StartsWith('?') ? Index : null,
        Days = [.. days.Select((letter, at) => DayOf(letter, Day.AddDays(at + 1 - days.Length), failedOn.Contains(at) ? 1 : 0, tier is not null))],
    };

    private static TimelineDay DayOf(char letter, DateOnly date, int failed, bool isDue)
    {
        var mark = Enum.GetValues<DayMark>().Single(one => JsonPictures.Letter(one) == letter);
        return new TimelineDay(
            date, mark, mark is DayMark.Present or DayMark.Partly ? 1 : 0, mark is DayMark.Missed or DayMark.Partly ? 1 : 0, failed, isDue && mark != DayMark.NotMade);
    }

    private static RetentionPicture Picture(int level, string title, ImmutableArray<string> guests) => new()
    {
        Level = level,
        Title = title,
        Guests = guests,
        AsOf = Day,
        Zone = "Europe/Berlin",
        Promised = Side("daily, when the live jobs run", "keep-daily=7,keep-weekly=4", [0, 1, 2, 3, 4, 5, 6, 8, 15, 22, 29]),
        WhyNotPromised = null,
        Live = Side("02:30 (job \"daily-core\")", "keep-daily=7 (set by job \"daily-core\")", [0, 1, 2, 3, 4, 5, 6]),
        WhyNotLive = null,
        Present = [],
        Unlisted = [],
    };

    private static RetentionSide Side(string runs, string keep, ImmutableArray<int> back)
        => new(runs, keep, [.. back.Select(days => Day.AddDays(-days))], back.Length, GrowsForever: false);
}
