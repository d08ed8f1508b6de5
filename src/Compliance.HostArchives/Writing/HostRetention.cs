using System.Collections.Immutable;
using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Facts.Retentions;

namespace Compliance.HostArchives.Writing;

/// <summary>Which archives of a node stay: as Proxmox VE prunes backups, and never the one that was just written.</summary>
public static class HostRetention
{
    /// <summary>Newest first.</summary>
    /// <param name="older">the node's other archives that are not empty, in any order</param>
    /// <param name="written">the one that was just written and verified: the last good one whatever the others are</param>
    /// <param name="zone">local zone of the node, whose days and weeks count</param>
    public static ImmutableArray<RetentionRow> Plan(IEnumerable<HostArchiveName> older, HostArchiveName written, KeepOptions keep, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(keep);
        var all = older.Append(written).OrderByDescending(archive => archive.TakenAt).ToList();

        // A clock that went back: what is dated later must neither be deleted for it nor stand for the days that are pruned now.
        var later = all.Where(archive => archive.TakenAt > written.TakenAt).ToList();
        var counted = all.Skip(later.Count).ToList();
        var reasons = Reasons(counted, keep, zone);
        return
        [
            .. later.Select(archive => new RetentionRow(archive, IsKept: true, "dated later than the new one")),
            .. counted.Select((archive, at) => Row(archive, archive == written, reasons[at])),
        ];
    }

    private static RetentionRow Row(HostArchiveName archive, bool isWritten, string? reason)
        => isWritten
            ? new RetentionRow(archive, IsKept: true, reason ?? "just written")
            : new RetentionRow(archive, reason is not null, reason ?? "");

    // Options are granted one after the other, so the first of them that keeps an archive without the later ones is the reason.
    private static string?[] Reasons(List<HostArchiveName> newestFirst, KeepOptions keep, TimeZoneInfo zone)
    {
        var reasons = new string?[newestFirst.Count];
        if (keep.IsKeepAll)
        {
            Array.Fill(reasons, "keep-all");
            return reasons;
        }

        var candidates = newestFirst.Select(archive => new PruneCandidate(archive.TakenAt)).ToList();
        foreach (var (key, until) in Steps(keep))
        {
            var marks = PruneAlgorithm.Mark(candidates, until, zone);
            for (var at = 0; at < reasons.Length; at++)
            {
                reasons[at] ??= marks[at] == PruneMark.Keep ? key : null;
            }
        }

        return reasons;
    }

    private static IEnumerable<(string Key, KeepOptions Until)> Steps(KeepOptions keep)
    {
        var until = KeepOptions.All;
        foreach (var part in KeepParts.Of(keep))
        {
            until = part.Key switch
            {
                "keep-last" => until with { Last = part.Count },
                "keep-hourly" => until with { Hourly = part.Count },
                "keep-daily" => until with { Daily = part.Count },
                "keep-weekly" => until with { Weekly = part.Count },
                "keep-monthly" => until with { Monthly = part.Count },
                _ => until with { Yearly = part.Count },
            };
            yield return (part.Key, until);
        }
    }
}
