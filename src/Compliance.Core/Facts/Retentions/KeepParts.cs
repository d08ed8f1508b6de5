using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>What each option of a retention does by itself.</summary>
public static class KeepParts
{
    /// <summary>The options above 0, in the order in which Proxmox VE grants them (PVE/Storage.pm, prune_mark_backup_group).</summary>
    public static ImmutableArray<KeepPart> Of(KeepOptions keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ReadOnlySpan<KeepPart> all =
        [
            new("keep-last", keep.Last, TimeSpan.Zero, "backup"),
            new("keep-hourly", keep.Hourly, TimeSpan.FromHours(1), "hour"),
            new("keep-daily", keep.Daily, TimeSpan.FromDays(1), "day"),
            new("keep-weekly", keep.Weekly, TimeSpan.FromDays(7), "week"),
            new("keep-monthly", keep.Monthly, TimeSpan.FromDays(28), "month"),
            new("keep-yearly", keep.Yearly, TimeSpan.FromDays(365), "year"),
        ];
        var parts = ImmutableArray.CreateBuilder<KeepPart>();
        foreach (var part in all)
        {
            if (part.Count > 0)
            {
                parts.Add(part);
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>
    /// The options that decide nothing in the year after <paramref name="from"/>, from an empty storage on: after every run just as
    /// many backups are there without them. An option that stands alone is never among them, for without it everything is kept.
    /// </summary>
    public static ImmutableArray<KeepPart> Idle(CalendarEvent schedule, KeepOptions keep, TimeZoneInfo zone, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var parts = Of(keep);
        if (parts.Length < 2)
        {
            return [];
        }

        var firings = schedule.Firings(zone, from, from.AddYears(1)).ToList();
        var counts = Counts(firings, keep, zone);
        return [.. parts.Where(part => Counts(firings, Made(parts.Remove(part)), zone).SequenceEqual(counts))];
    }

    /// <summary>The options given, and no others.</summary>
    internal static KeepOptions Made(IEnumerable<KeepPart> parts)
    {
        var keep = KeepOptions.All;
        foreach (var (key, count, _, _) in parts)
        {
            keep = key switch
            {
                "keep-last" => keep with { Last = count },
                "keep-hourly" => keep with { Hourly = count },
                "keep-daily" => keep with { Daily = count },
                "keep-weekly" => keep with { Weekly = count },
                "keep-monthly" => keep with { Monthly = count },
                _ => keep with { Yearly = count },
            };
        }

        return keep;
    }

    private static List<int> Counts(List<DateTimeOffset> firings, KeepOptions keep, TimeZoneInfo zone)
    {
        var group = new PruneGroup(zone);
        var counts = new List<int>(firings.Count);
        foreach (var firing in firings)
        {
            group.Add(firing.ToUnixTimeSeconds());
            group.Prune(keep);
            counts.Add(group.Count);
        }

        return counts;
    }
}
