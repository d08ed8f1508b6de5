using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>Puts one restore test together: node, number, storage, commands, and what to know before.</summary>
internal static class DrillBuilder
{
    /// <param name="obstacle">why none can be made</param>
    public static RestoreDrill? Of(DrillTurn turn, Estate estate, FreeVmIds numbers, out string? obstacle)
    {
        obstacle = null;
        var (guest, point) = (turn.Guest, turn.Point.Point);
        if (NodeOf(estate.Inventory, guest, point) is not { } node)
        {
            obstacle = $"{point.VolumeId} is seen from no node that is online";
            return null;
        }

        if (numbers.Take() is not { } number)
        {
            obstacle = "no vmid is free there; give a lower --vmid-from";
            return null;
        }

        var storage = DrillStorages.Choose(estate.Inventory, node, guest, point.StorageId);
        return new RestoreDrill
        {
            Guest = guest.Id,
            GuestName = guest.State.Name,
            WhyGuest = turn.Why,
            VolumeId = point.VolumeId,
            MadeAt = point.CreatedAt,
            WhyPoint = turn.Point.Why,
            Node = node.Name,
            NewVmId = number,
            Storage = storage.Id,
            WhyStorage = storage.Why,
            Steps = storage.Id is { } id ? DrillCommands.Of(guest, point, number, id, estate.Policy.Validation?.Verify ?? []) : [],
            Notes = [.. numbers.Doubts(number), .. storage.Doubts, .. DrillNotes.Of(estate, guest, point, node.Name)],
        };
    }

    // A storage that is not shared is another one on each node: only the node that listed the restore point has it. Of a shared one
    // rather the guest's own node, where its storages and its kind of processor are.
    private static NodeState? NodeOf(Inventory inventory, GuestFacts guest, RestorePoint point)
    {
        var listing = inventory.Backups
            .Where(listing => listing.Points.IsKnown && listing.Points.Value.Any(one => one.VolumeId == point.VolumeId))
            .MinBy(listing => (listing.Node == guest.State.Node ? 0 : 1, listing.Node))!;
        var storage = inventory.Storages.Rows.FirstOrDefault(one => one.Id == point.StorageId);
        return inventory.Nodes.Rows
            .Where(node => node.IsOnline && (node.Name == listing.Node || (storage is { IsShared: true } && storage.IsFor(node.Name) && Has(node, storage.Id))))
            .OrderBy(node => node.Name == guest.State.Node ? 0 : 1)
            .ThenBy(node => node.Name == listing.Node ? 0 : 1)
            .ThenBy(node => node.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool Has(NodeState node, string storage) => node.Storages.Rows.Any(row => row.Id == storage && row is { IsEnabled: true, IsActive: true });
}
