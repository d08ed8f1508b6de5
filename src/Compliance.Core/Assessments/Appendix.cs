using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>The inventory as tables for the end of a report: what was seen, so that a reader can check the verdicts.</summary>
internal static class Appendix
{
    private const string Unreadable = "?";
    private const string Absent = "–";

    public static ImmutableArray<AppendixTable> Of(Estate estate) => [Guests(estate), Jobs(estate), Storages(estate), Nodes(estate)];

    private static AppendixTable Guests(Estate estate) => Table(
        "Guests",
        ["Guest", "Name", "Node", "Status", "Tier", "Covered by", "Longest gap", "Retention", "Restore points", "Newest"],
        estate.Guests.Select(g => Row(
            g.Id,
            g.State.Name ?? Absent,
            g.State.Node,
            g.State.Status,
            g.Exemption is { IsKnown: true, Value: not null } ? "exempt" : Text(g.Tier, t => t is null ? Absent : t.Level.ToString(CultureInfo.InvariantCulture)),
            Text(g.Cover.Jobs, jobs => jobs.IsEmpty ? Absent : string.Join(", ", jobs.Select(j => j.Job.State.Id))),
            Text(g.Cover.LongestGap, gap => gap is { } span ? HumanText.Of(span) : Absent),
            Text(g.Retention, r => r?.Text ?? Absent),
            Text(g.History.Count, n => n.ToString(CultureInfo.InvariantCulture)),
            Text(g.History.Newest, at => at is { } time ? Time(time) : Absent))));

    private static AppendixTable Jobs(Estate estate) => Table(
        "Backup jobs",
        ["Job", "Enabled", "Schedule", "Guests", "Target", "Mode", "Compression", "Retention", "Claimed by", "Comment"],
        estate.Jobs.Select(j => Row(
            j.State.Id,
            j.State.IsEnabled ? "yes" : "no",
            j.State.Schedule ?? Absent,
            Text(j.Guests, guests => guests.IsEmpty ? Absent : string.Join(", ", guests.Select(g => g.State.VmId))),
            Text(j.Target, t => t.Value),
            Text(j.Mode, m => m.Value),
            Text(j.Compression, c => c.Value),
            Text(j.Retention, r => r.Text),
            j.ClaimedBy.IsEmpty ? Absent : string.Join(", ", j.ClaimedBy.Select(t => $"Tier {t.Level}")),
            j.State.Comment ?? Absent)));

    private static AppendixTable Storages(Estate estate) => Table(
        "Storages",
        ["Storage", "Type", "Content", "Path", "Nodes", "Mount point", "Retention", "Disabled"],
        estate.Inventory.Storages.Rows.Select(s => Row(
            s.Id,
            s.Type,
            string.Join(", ", s.Content),
            s.Path ?? Absent,
            s.Nodes is { } nodes ? string.Join(", ", nodes) : "all",
            s.IsMountpoint ?? Absent,
            s.PruneBackups ?? Absent,
            s.IsDisabled ? "yes" : "no")));

    private static AppendixTable Nodes(Estate estate) => Table(
        "Nodes",
        ["Node", "Online", "Scheduler", "Time zone", "Backup storages (file system, disks)"],
        estate.Nodes.Select(n => Row(
            n.State.Name,
            n.State.IsOnline ? "yes" : "no",
            Text(n.State.Scheduler, s => s),
            Text(n.State.TimeZone, z => z),
            BackupDisks(estate, n))));

    private static string BackupDisks(Estate estate, NodeFacts node)
    {
        var texts = estate.NodeStorages
            .Where(s => s.Node == node)
            .Select(s => $"{s.Storage.Id}: {Text(s.Disks.Filesystem, f => f ?? Absent)} on {Text(s.Disks.Disks, d => d.IsEmpty ? Absent : string.Join(", ", d))}");
        return string.Join("; ", texts) is { Length: > 0 } all ? all : Absent;
    }

    private static AppendixTable Table(string title, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows)
        => new(title, columns, [.. rows]);

    private static ImmutableArray<string> Row(params ReadOnlySpan<string> cells) => [.. cells];

    private static string Text<T>(Observed<T> observed, Func<T, string?> text)
        => observed.Match(value => text(value!) ?? Absent, _ => Unreadable);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
