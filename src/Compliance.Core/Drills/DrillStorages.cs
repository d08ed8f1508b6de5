using System.Globalization;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>
/// Which storage takes the copy: one for guest volumes, active on the node, with room for them; rather not on the disk of the backup,
/// whose failure would spoil the test, and rather the guest's own, on which it is known to run.
/// </summary>
internal static class DrillStorages
{
    // They hold what somebody else cut into volumes: nothing can be allocated on them (pve-storage ISCSIPlugin.pm, ISCSIDirectPlugin.pm).
    private static readonly string[] Unallocatable = ["iscsi", "iscsidirect", "pbs", "esxi"];

    public static DrillStorage Choose(Inventory inventory, NodeState node, GuestFacts guest, string backupStorage)
    {
        var content = guest.State.Type == "qemu" ? "images" : "rootdir";
        var need = DrillRoom.Of(guest);
        var candidates = inventory.Storages.Rows
            .Where(storage => !storage.IsDisabled && storage.IsFor(node.Name) && storage.Content.Contains(content, StringComparer.Ordinal) && !Unallocatable.Contains(storage.Type))
            .Select(storage => (State: storage, Runtime: node.Storages.Rows.FirstOrDefault(row => row.Id == storage.Id)))
            .ToList();
        var fitting = candidates
            .Where(one => one.Runtime is { IsEnabled: true, IsActive: true } && one.Runtime.Available >= need.Match(bytes => bytes, _ => 1))
            .Select(one => (one.State, one.Runtime, Apart: Apart(inventory, node, one.State, backupStorage), IsOwn: IsOwn(guest, one.State.Id)))
            .OrderBy(one => one.Apart switch { DiskComparisonVerdict.Separate => 0, DiskComparisonVerdict.Unknown => 1, _ => 2 })
            .ThenBy(one => one.IsOwn ? 0 : 1)
            .ThenByDescending(one => one.Runtime!.Available)
            .ThenBy(one => one.State.Id, StringComparer.Ordinal)
            .ToList();
        if (fitting is not [var best, ..])
        {
            return new DrillStorage(null, WhyNone(inventory, node, content, need, [.. candidates.Select(one => (one.State.Id, one.Runtime))]), []);
        }

        var doubts = new List<string>();
        if (need.Unreadable is { } unsized)
        {
            doubts.Add($"whether the copy has room on {best.State.Id} could not be told: {unsized}");
        }

        if (best.Apart != DiskComparisonVerdict.Separate)
        {
            doubts.Add(best.Apart == DiskComparisonVerdict.Shared
                ? $"{best.State.Id} lies on a disk of the backup storage {backupStorage}: the restore reads and writes the same disk"
                : $"whether {best.State.Id} lies on a disk of the backup storage {backupStorage} could not be told");
        }

        var room = need.Match(bytes => $"{Size(bytes)} needed, ", _ => "");
        return new DrillStorage(best.State.Id, $"{room}{Size(best.Runtime!.Available)} free{(best.IsOwn ? ", and the guest's own" : "")}", doubts);
    }

    private static string WhyNone(Inventory inventory, NodeState node, string content, Observed<long> need, List<(string Id, NodeStorage? Runtime)> candidates)
    {
        var wanted = need.Match(bytes => $" and {Size(bytes)} free", _ => "");
        var seen = candidates.Count == 0 ? "none holds them" : string.Join(", ", candidates.Select(one => one.Runtime switch
        {
            null => $"{one.Id}: state not seen",
            { IsActive: false } or { IsEnabled: false } => $"{one.Id}: not active",
            { } row => $"{one.Id}: {Size(row.Available)} free",
        }));
        var hidden = node.Storages.Hidden ?? inventory.Storages.Hidden;
        return $"no storage on {node.Name} is seen that takes guest volumes ({content}), is active{wanted} ({seen}){(hidden is null ? "" : $"; {hidden}")}";
    }

    private static DiskComparisonVerdict Apart(Inventory inventory, NodeState node, StorageState storage, string backupStorage)
        => inventory.Storages.Rows.FirstOrDefault(one => one.Id == backupStorage) is { } backup
            ? DiskLineage.Compare(DiskLineage.Resolve(node, storage), DiskLineage.Resolve(node, backup)).Verdict
            : DiskComparisonVerdict.Unknown;

    private static bool IsOwn(GuestFacts guest, string storage)
        => guest.Volumes.Match(volumes => volumes.Any(volume => volume.Storage is { IsKnown: true, Value: { } id } && id == storage), _ => false);

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.#} GiB");
}
