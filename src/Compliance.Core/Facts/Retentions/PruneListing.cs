using System.Collections.Immutable;
using Compliance.Core.Facts.RestorePoints;

namespace Compliance.Core.Facts.Retentions;

/// <summary>Pruning a whole directory storage: one group per guest type and id (PVE/Storage/Plugin.pm, prune_backups).</summary>
public static class PruneListing
{
    /// <summary>The marked rows, in the order given; rows of other guests or types than asked for are left out.</summary>
    /// <param name="backups">the listing of the storage</param>
    /// <param name="keep">the options to prune with</param>
    /// <param name="zone">local zone of the node that prunes</param>
    /// <param name="vmid">only this guest; null for all</param>
    /// <param name="type">only this guest type; null for all</param>
    public static ImmutableArray<MarkedBackup> Mark(
        IEnumerable<StoredBackup> backups, KeepOptions keep, TimeZoneInfo zone, int? vmid, string? type)
    {
        ArgumentNullException.ThrowIfNull(backups);
        var rows = new List<MarkedBackup>();
        var groups = new Dictionary<(string Type, int? Vmid), List<int>>();
        foreach (var backup in backups)
        {
            var name = ArchiveName.Parse(backup.Volid, zone);
            var row = Row(backup, name);
            if ((vmid is not null && row.Vmid != vmid) || (type is not null && row.Type != type))
            {
                continue;
            }

            if (name is { IsStandard: true })
            {
                var group = groups.TryGetValue((row.Type, row.Vmid), out var known) ? known : groups[(row.Type, row.Vmid)] = [];
                group.Add(rows.Count);
            }

            rows.Add(row);
        }

        foreach (var group in groups.Values)
        {
            var candidates = group.ConvertAll(i => new PruneCandidate(rows[i].Time, rows[i].Mark is PruneMark.Protected));
            var marks = PruneAlgorithm.Mark(candidates, keep, zone);
            for (var i = 0; i < group.Count; i++)
            {
                rows[group[i]] = rows[group[i]] with { Mark = marks[i] };
            }
        }

        return [.. rows];
    }

    private static MarkedBackup Row(StoredBackup backup, ArchiveName? name) => new()
    {
        Volid = backup.Volid,
        Type = name?.Type ?? ArchiveName.UnknownType,
        Vmid = name is { IsStandard: true } ? name.Vmid : backup.Vmid,
        Time = name?.Time ?? backup.Time,
        Mark = backup.IsProtected ? PruneMark.Protected : PruneMark.Renamed,
    };
}
