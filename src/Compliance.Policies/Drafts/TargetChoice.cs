using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Chooses the primary target of a draft.</summary>
internal static class TargetChoice
{
    /// <summary>The storage the runbook names.</summary>
    public const string OfRunbook = "local-backup";

    /// <summary>
    /// The runbook's own when the estate has it and it takes backups; else the storage that most guests are saved to, one for
    /// backups alone before any other; else one that could take them.
    /// </summary>
    public static Drafted Of(Estate estate)
    {
        var inventory = estate.Inventory;
        var usable = inventory.Storages.Rows
            .Where(storage => !storage.IsDisabled && storage.Content.Contains("backup", StringComparer.Ordinal) && TextForms.StorageId.Fits(storage.Id))
            .OrderBy(storage => storage.Content.Length)
            .ThenByDescending(storage => storage.Id.Contains("backup", StringComparison.OrdinalIgnoreCase))
            .ThenBy(storage => storage.Id, StringComparer.Ordinal)
            .ToList();
        if (usable.Exists(storage => storage.Id == OfRunbook))
        {
            return new Drafted(OfRunbook, null);
        }

        var saved = usable.Select(storage => (storage.Id, Guests: GuestsOf(estate, storage))).Where(one => one.Guests > 0).ToList();
        if (saved.Count > 0)
        {
            var most = saved.MaxBy(one => one.Guests);
            return new Drafted(most.Id, $"guessed: enabled jobs save {(most.Guests == 1 ? "1 guest" : most.Guests + " guests")} to it, to no other storage more");
        }

        return usable.Count > 0 ? new Drafted(usable[0].Id, "guessed: no enabled job writes to it, but it takes backups")
            : inventory.Storages.Hidden is { } gap ? new Drafted(OfRunbook, $"unreadable: {gap}; this is the runbook's name")
            : new Drafted(OfRunbook, "guessed: no storage takes backups; this is the runbook's name, and check reports that there is none");
    }

    private static int GuestsOf(Estate estate, StorageState storage)
        => estate.Jobs
            .Where(job => job.Idle is null && job.Target is { IsKnown: true, Value: { } target } && target.Value == storage.Id)
            .SelectMany(job => job.Guests.IsKnown ? job.Guests.Value : [])
            .Distinct()
            .Count();
}
