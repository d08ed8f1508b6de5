using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The time zone of each node. Calendar events and prune periods are evaluated in it (pve-manager <c>PVE/Jobs.pm</c>), so a
/// schedule cannot be judged without.
/// </summary>
internal sealed class NodeZones(Inventory inventory)
{
    private readonly Dictionary<string, Observed<TimeZoneInfo>> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The zone the node reports; when it reports none, the offset its own archives prove: a name carries the local time of the
    /// node that wrote it, and <c>ctime</c> the same moment in UTC. One constant offset stands for the zone; several, or none, do not.
    /// </summary>
    public Observed<TimeZoneInfo> Of(string node)
    {
        if (!known.TryGetValue(node, out var zone))
        {
            known[node] = zone = Find(node);
        }

        return zone;
    }

    private Observed<TimeZoneInfo> Find(string node)
    {
        var state = inventory.Nodes.Rows.FirstOrDefault(n => n.Name == node);
        if (state is null)
        {
            return Observation.Unreadable<TimeZoneInfo>(inventory.Nodes.Hidden ?? new Gap($"/nodes/{node}", "the cluster has no such node"));
        }

        return state.TimeZone.Match(name => Named(node, name!), gap => FromArchives(node, gap));
    }

    private static Observed<TimeZoneInfo> Named(string node, string name)
        => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? Observation.Known(zone)
            : Observation.Unreadable<TimeZoneInfo>(new Gap($"/nodes/{node}/time", $"this machine has no data for the time zone \"{name}\": install tzdata"));

    private Observed<TimeZoneInfo> FromArchives(string node, Gap gap)
    {
        var offsets = new HashSet<TimeSpan>();
        foreach (var listing in inventory.Backups.Where(b => b.Node == node && b.Points.IsKnown))
        {
            foreach (var point in listing.Points.Value.Where(p => !p.IsRenamed))
            {
                // Read as UTC, the name's local time is off by exactly the zone's offset at that moment.
                if (ArchiveName.Parse(point.VolumeId, TimeZoneInfo.Utc) is { IsStandard: true, IsPbs: false, Time: { } local })
                {
                    offsets.Add(local - point.CreatedAt);
                }
            }
        }

        if (offsets.Count != 1 || offsets.Single() is var offset && offset.Duration() > TimeSpan.FromHours(14))
        {
            return Observation.Unreadable<TimeZoneInfo>(gap);
        }

        var id = offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset.Duration():hh\\:mm}";
        return Observation.Known(TimeZoneInfo.CreateCustomTimeZone(id, offset, id, id));
    }
}
