using Compliance.Core.Facts.Access;
using Compliance.Core.Facts.Estates;

namespace Compliance.Core.Drills;

/// <summary>
/// Numbers for copies. One that a guest has is refused by Proxmox; one that old backups or volumes have is not, and then the next prune
/// of the copy's backups would reach theirs. One that a record or the task log names is spent, so that each test
/// has a number, and a task, of its own.
/// </summary>
internal sealed class FreeVmIds
{
    private const int Highest = 999_999_999;

    private readonly HashSet<int> taken;
    private readonly Estate estate;
    private int next;

    public FreeVmIds(Estate estate, int from)
    {
        this.estate = estate;
        next = from;
        var inventory = estate.Inventory;
        var volumes = estate.Guests
            .SelectMany(guest => guest.Volumes.Match(all => all, _ => []))
            .Select(volume => VolumeName.Parse(volume.VolumeId)?.Owner);
        taken =
        [
            .. inventory.Guests.Rows.Select(guest => guest.VmId),
            .. inventory.Backups.SelectMany(listing => listing.Points.Match(points => points, _ => [])).Select(point => point.VmId ?? 0),
            .. inventory.Jobs.Rows.SelectMany(job => job.VmIds.Concat(job.Exclude)),
            .. estate.Evidence.RestoreTests.SelectMany(test => (int[])[test.RestoredTo.Value, test.VmId]),
            .. inventory.Nodes.Rows.SelectMany(node => node.Tasks.Match(tasks => tasks, _ => [])).Select(task => task.VmId ?? 0),
            .. volumes.Select(owner => owner ?? 0),
        ];
    }

    /// <summary>The lowest free one, which is then taken; null when there is none.</summary>
    public int? Take()
    {
        while (next <= Highest && !taken.Add(next))
        {
            next++;
        }

        return next <= Highest ? next : null;
    }

    /// <summary>What might have the number all the same, in words; empty when all was seen.</summary>
    public IEnumerable<string> Doubts(int number)
    {
        if (estate.Inventory.Guests.Hidden is { } hidden)
        {
            yield return $"{number} may be taken by a guest that was not seen ({hidden}); the first command tells";
        }

        var blind = estate.Inventory.Backups.Where(listing => !listing.Points.IsKnown).Select(listing => $"{listing.Storage} (asked on {listing.Node})").Distinct(StringComparer.Ordinal).ToList();
        if (blind.Count > 0)
        {
            yield return $"old backups numbered {number} may be on {string.Join(", ", blind)}, which could not be listed; look there first";
        }
    }
}
