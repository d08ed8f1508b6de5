using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What a policy demands of Proxmox Backup Server that it cannot be.</summary>
internal static class TargetLint
{
    public static void Check(Policy policy, ProblemList problems)
    {
        if (policy.Pbs?.Storage is not { } pbs)
        {
            return;
        }

        foreach (var tier in policy.Tiers)
        {
            if ((tier.Target ?? policy.Backup.Target).Value == pbs.Value && tier.Compression is { } compression)
            {
                problems.Add(
                    ProblemCodes.CompressionOnPbs,
                    compression.Place,
                    $"tier {tier.Level} goes to \"{pbs.Value}\", which is Proxmox Backup Server: it compresses by itself, and {compression.Value} is ignored",
                    "Remove it.");
            }
        }

        foreach (var storage in policy.Storages.Where(storage => storage.Id.Value == pbs.Value))
        {
            foreach (var (key, place) in OfDisks(storage))
            {
                problems.Add(
                    ProblemCodes.DemandOnPbs,
                    place,
                    $"\"{pbs.Value}\" is Proxmox Backup Server, and has no {key} on the nodes of the cluster",
                    "Remove it; what a storage of Proxmox Backup Server must be stands under pbs.");
            }
        }

        CheckLocalCopy(policy, pbs.Value, problems);
    }

    private static IEnumerable<(string Key, Place Place)> OfDisks(StorageDemand storage)
    {
        if (storage.FilesystemsPlace is { } filesystems)
        {
            yield return ("file system", filesystems);
        }

        if (storage.IsDedicatedDisk is { Value: true } dedicated)
        {
            yield return ("disk of its own", dedicated.Place);
        }

        if (storage.IsMountPoint is { Value: true } mountPoint)
        {
            yield return ("mount point", mountPoint.Place);
        }

        if (storage.Path is { } path)
        {
            yield return ("path", path.Place);
        }
    }

    private static void CheckLocalCopy(Policy policy, string pbs, ProblemList problems)
    {
        var isOnlyTarget = policy.Tiers.All(tier => (tier.Target ?? policy.Backup.Target).Value == pbs);
        if (policy.Copies?.Local is { Value: "required" } local && isOnlyTarget && policy.Storages.All(storage => storage.Id.Value == pbs))
        {
            problems.Add(
                ProblemCodes.NoPlaceForLocalCopy,
                local.Place,
                $"a local copy is required, but all tiers go to \"{pbs}\", and the policy describes no other storage",
                "Describe the storage of the local copy under storages.");
        }
    }
}
