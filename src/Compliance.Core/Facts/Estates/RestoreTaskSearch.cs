using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// Holds a recorded restore test against the live system: the archive is one of the guest's by its name, the guest is in the tier,
/// and a restore task to the vmid it names ran at that time and succeeded (workers <c>qmrestore</c> and <c>vzrestore</c>: qemu-server
/// <c>API2/Qemu.pm</c>, pve-container <c>API2/LXC.pm</c>, whose id is the target). Which archive that task read only its log tells,
/// and the logs of restores are not collected.
/// </summary>
internal sealed class RestoreTaskSearch(Inventory inventory, ImmutableArray<GuestFacts> guests)
{
    /// <summary>People write minutes, and their clocks differ from the node's.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>A file's name has the local time of its node, whose zone may have been any.</summary>
    private static readonly TimeSpan WidestZone = TimeSpan.FromHours(14);

    public RestoreCorroboration Of(RestoreTest test)
    {
        if (FaultOfArchive(test) is { } fault)
        {
            return RestoreCorroboration.Contradicted(fault);
        }

        var tasks = Elsewhere(test) ?? OfTasks(test);
        return tasks.Contradiction is null && OfTier(test) is { } tier ? tier : tasks;
    }

    private static string? FaultOfArchive(RestoreTest test)
    {
        if (ArchiveName.Parse(test.VolumeId.Value, TimeZoneInfo.Utc) is not { } archive || archive.Type != test.GuestType || archive.Vmid != test.VmId)
        {
            return $"{test.VolumeId.Value} is not named as a backup of {test.Guest.Value}";
        }

        return archive.Time is { } made && made - (archive.IsPbs ? TimeSpan.Zero : WidestZone) > test.Finished.Value
            ? $"{test.VolumeId.Value} is newer than the test"
            : null;
    }

    /// <summary>Null when it was restored in this cluster, whose task log tells; a node that is not listed may be hidden.</summary>
    private RestoreCorroboration? Elsewhere(RestoreTest test)
    {
        if (test.Host is not { Value: var host } || inventory.Nodes.Rows.Any(node => string.Equals(node.Name, host, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return inventory.Nodes.Hidden is { } hidden
            ? RestoreCorroboration.Hidden(hidden)
            : RestoreCorroboration.Forgotten(new Gap($"/nodes/{host}/tasks", $"{host} is no node of this cluster, so nothing here shows the restore of {test.Guest.Value} to {test.RestoredTo.Value}"));
    }

    /// <summary>Null when the guest is in the tier that the test speaks for.</summary>
    private RestoreCorroboration? OfTier(RestoreTest test)
    {
        if (guests.FirstOrDefault(guest => guest.Id == test.Guest.Value) is not { } found)
        {
            return inventory.Guests.Hidden is { } hidden
                ? RestoreCorroboration.Hidden(hidden)
                : RestoreCorroboration.Forgotten(new Gap("/cluster/resources", $"{test.Guest.Value} is no guest any more, so nothing shows that it was one of tier {test.Tier.Value}"));
        }

        return found.Tier.Match(
            tier => tier?.Level == test.Tier.Value ? null
                : RestoreCorroboration.Contradicted($"{test.Guest.Value} is in {(tier is null ? "no tier" : string.Create(CultureInfo.InvariantCulture, $"tier {tier.Level}"))}"),
            gap => RestoreCorroboration.Hidden(gap));
    }

    private RestoreCorroboration OfTasks(RestoreTest test)
    {
        var (from, to) = (test.Started.Value - Tolerance, test.Finished.Value + Tolerance);
        var type = test.GuestType == "qemu" ? "qmrestore" : "vzrestore";
        var matching = inventory.Nodes.Rows
            .SelectMany(node => node.Tasks.Match(tasks => tasks, _ => []))
            .Where(task => task.Type == type && task.VmId == test.RestoredTo.Value && task.StartedAt <= to && task.EndedAt >= from)
            .ToList();
        if (matching.Exists(task => !RunStatus.IsFailure(task.Status)))
        {
            return RestoreCorroboration.Confirmed;
        }

        if (inventory.CollectedAt < test.Finished.Value)
        {
            return RestoreCorroboration.Hidden(new Gap("/nodes/N/tasks", "the inventory was collected before the test was over; collect it again"));
        }

        // Another node may have run it, or have run it better.
        if ((inventory.Nodes.Hidden ?? inventory.Nodes.Rows.Select(HiddenOn).FirstOrDefault(gap => gap is not null)) is { } hidden)
        {
            return RestoreCorroboration.Hidden(hidden);
        }

        if (inventory.Nodes.Rows.Select(node => ForgottenOn(node, from)).FirstOrDefault(gap => gap is not null) is { } forgotten)
        {
            return RestoreCorroboration.Forgotten(forgotten);
        }

        return RestoreCorroboration.Contradicted(matching is [var failed, ..]
            ? $"the {type} task to {test.RestoredTo.Value} failed: {failed.Status ?? "no status"}"
            : $"no {type} task to {test.RestoredTo.Value} ran at that time on any node");
    }

    private static Gap? HiddenOn(NodeState node) => node.Tasks.Unreadable ?? node.History.Unreadable;

    // A history that begins later shows nothing, also when nothing was lost: the node may have been installed anew since.
    private static Gap? ForgottenOn(NodeState node, DateTimeOffset from) => node.History.Value!.OldestEnd is { } oldest && oldest < from
        ? null
        : new Gap($"/nodes/{node.Name}/tasks", string.Create(CultureInfo.InvariantCulture, $"the history of {node.Name} does not reach back to {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
}
