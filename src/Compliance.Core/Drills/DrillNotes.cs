using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Guests;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Drills;

/// <summary>What somebody should know before a restore test, in words.</summary>
internal static class DrillNotes
{
    public static IEnumerable<string> Of(Estate estate, GuestFacts guest, RestorePoint point, string node)
        => [.. OfAge(estate), .. OfKey(estate, point), .. OfJobs(estate, node), .. OfVolumes(guest)];

    private static IEnumerable<string> OfAge(Estate estate)
    {
        if (estate.InventoryAge > ReadinessRequest.DefaultMaxAge)
        {
            yield return $"the inventory is {HumanText.Of(estate.InventoryAge)} old: the restore point, the number and the space may be gone since; collect it again";
        }
    }

    private static IEnumerable<string> OfKey(Estate estate, RestorePoint point)
    {
        var hasKey = estate.Inventory.Storages.Rows.FirstOrDefault(storage => storage.Id == point.StorageId)?.HasEncryptionKey;
        if (point.Pbs is { IsEncrypted: true })
        {
            yield return hasKey == true
                ? $"the restore point is encrypted: {point.StorageId} has a key set, which must be the one it was made with"
                : $"the restore point is encrypted, and {point.StorageId} is not seen to have a key: put the key there first, or the restore fails";
        }
        else if (point.Pbs is null && ArchiveName.Parse(point.VolumeId, TimeZoneInfo.Utc) is { IsPbs: true })
        {
            yield return $"whether the restore point is encrypted could not be seen: if it is, {point.StorageId} needs the key it was made with";
        }
    }

    // A job over all guests saves the copy too; nobody prunes what it leaves behind.
    private static IEnumerable<string> OfJobs(Estate estate, string node) => estate.Inventory.Jobs.Rows
        .Where(job => job.All && job.IsEnabled && (job.Node is null || job.Node == node))
        .Select(job => $"the job {job.Id} saves all guests: destroy the copy before its next run, or remove the backups it makes of it");

    private static IEnumerable<string> OfVolumes(GuestFacts guest) => guest.State.Config.Match(
        config => GuestVolumes.Of(guest.State.Type, config!)
            .Where(volume => volume is { IsIncluded: false, HoldsData: true })
            .Select(volume => $"{volume.Key} is in no backup ({volume.Reason}): the copy {(volume.Kind == "mountpoint" ? "has it empty" : "comes up without it")}"),
        gap => [$"which volumes the backup holds could not be seen: {gap}"]);
}
