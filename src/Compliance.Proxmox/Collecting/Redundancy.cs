using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// What is asked only when no other answer told it, unless the scope wants it anyway. A collection and the narrowing of a file
/// decide it here, so that both come to the same inventory.
/// </summary>
internal static class Redundancy
{
    /// <summary>Proxmox computes the volumes of a job from the configurations of its guests: those that were read tell as much.</summary>
    public static bool AsksIncludedVolumes(this CollectionScope scope, Listing<GuestState> guests)
        => scope.HasFlag(CollectionScope.IncludedVolumes)
            && (scope.HasFlag(CollectionScope.Redundant) || guests.Rows.Any(guest => !guest.Config.IsKnown));

    /// <summary>Mount units say what should be mounted, and serve in place of a report that does not tell what is.</summary>
    public static bool AsksMountUnits(this CollectionScope scope, NodeReportText report)
        => scope.HasFlag(CollectionScope.Disks) && (scope.HasFlag(CollectionScope.Redundant) || !report.HasMounts);

    /// <summary>The log of a run that did not fail tells the sizes of its archives only.</summary>
    public static bool AsksNewestLog(this CollectionScope scope, Observed<Sight> sight, ImmutableArray<StorageState> storages, string node)
        => scope.HasFlag(CollectionScope.Redundant)
            || !scope.HasFlag(CollectionScope.BackupSizes)
            || !storages.Where(storage => storage.TakesBackupsOn(node)).All(storage => Visibility.MaySeeSizes(sight, storage.Id));

    /// <summary>Whether a log is of those that are asked for with or without the newest one.</summary>
    public static bool IsOfFailure(TaskState task) => RunStatus.IsFailure(task.Status);

    /// <summary>The pools whose members matter: all of them where nobody can tell.</summary>
    public static IEnumerable<string> PoolsToAsk(
        this CollectionScope scope, IEnumerable<string> pools, Listing<AclEntry> acl, Listing<GroupState> groups)
    {
        if (scope.HasFlag(CollectionScope.Redundant) || !acl.IsComplete || !groups.IsComplete)
        {
            return pools;
        }

        var rights = new AccessRights(new AccessConfig { Acl = acl.Rows, Roles = [], Groups = groups.Rows });
        return pools.Where(rights.MayLend);
    }
}
