using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Drafts a policy from what was seen of an estate. Pure: the same inventory gives the same draft. Nothing is weakened to fit what is
/// live, and what could not be read is never guessed to be fine.
/// </summary>
public static partial class PolicyDrafter
{
    public static PolicyDraft Draft(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var first = ProbeEstate.Of(inventory, TargetChoice.OfRunbook);
        var target = TargetChoice.Of(first);
        var estate = target.Value == TargetChoice.OfRunbook ? first : ProbeEstate.Of(inventory, target.Value);
        var guests = estate.Guests.Select(GuestStanding.Of).ToImmutableArray();
        var groups = GuestGroup.AllOf(estate, guests);
        ImmutableArray<int> levels =
        [
            .. guests.Select(guest => guest.Level).OfType<int>().Concat(groups.Select(group => TierNames.LevelOf(group.Name)).OfType<int>()).Append(0).Distinct().Order(),
        ];
        var claims = new JobClaims(target.Value, guests, levels);
        var jobs = estate.Jobs.Select(claims.Of).ToImmutableArray();
        return new PolicyDraft
        {
            Name = NameOf(inventory.Name),
            Estate = inventory.Name,
            SeenAt = inventory.CollectedAt,
            Unreadable = DraftGaps.Of(inventory),
            Phase = Phase(estate),
            Target = target,
            BackupNotes = BackupNotes.Of(estate, target.Value, jobs),
            Tiers = [.. levels.Select(level => new TierDrafter(
                level, [.. guests.Where(guest => guest.Level == level)], groups, [.. jobs.Where(job => job.Level == level)]).Draft())],
            LeftOut = [.. guests.Where(guest => guest.Level is null && !guest.IsExempt).Select(LeftOut), .. jobs.Where(job => job.Level is null).Select(job => job.Note)],
            Exempt = [.. guests.Where(guest => guest.IsExempt).Select(guest => new Drafted($"{guest.VmId}", guest.Words))],
            Storages = Storages(estate, target.Value, jobs),
            Pbs = DraftedPbs(estate),
        };
    }

    private static string LeftOut(GuestStanding guest) => guest.Guest.State.IsTemplate.Match(
        _ => $"guest {guest.Words}: no tag or pool names its tier, and no working job saves it",
        gap => $"guest {guest.Words}: no working job saves it, and whether it is a template is unreadable: {gap}");

    private static ImmutableArray<StorageDraft> Storages(Estate estate, string target, ImmutableArray<JobClaim> jobs)
    {
        var drafter = new StorageDrafter(estate, target);
        var others = jobs.Where(job => job.Level is not null)
            .Select(job => job.Job.TargetState)
            .Where(state => state.IsKnown)
            .Select(state => state.Value?.Id)
            .OfType<string>()
            .Where(id => id != target && TextForms.StorageId.Fits(id))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return [drafter.Draft(target), .. others.Select(drafter.Draft)];
    }

    private static Drafted Phase(Estate estate)
        => estate.Jobs.FirstOrDefault(job => job.Idle is null && job.TargetState is { IsKnown: true, Value.Type: "pbs" }) is { } job && Pbs(estate) is not null
            ? new Drafted("transition", $"guessed: job {Words.Quoted(job.State.Id)} writes to Proxmox Backup Server")
            : new Drafted("local", estate.Inventory.Storages.Hidden is { } gap ? $"unreadable: whether there is a Proxmox Backup Server: {gap}" : null);

    private static Drafted DraftedPbs(Estate estate)
        => Pbs(estate) is { } pbs ? new Drafted(pbs.Id, $"live: a storage of type pbs {(pbs.HasEncryptionKey ? "with" : "without")} an encryption key")
            : new Drafted("", estate.Inventory.Storages.Hidden is { } gap ? $"unreadable: whether there is one: {gap}" : "live: there is no storage of type pbs");

    /// <summary>The one that jobs write to, else the first.</summary>
    private static StorageState? Pbs(Estate estate)
    {
        var used = estate.Jobs.Where(job => job.Idle is null).Select(job => job.TargetState).Where(state => state.IsKnown).Select(state => state.Value);
        return used.Concat(estate.Inventory.Storages.Rows).FirstOrDefault(state => state is { Type: "pbs" } && TextForms.StorageId.Fits(state.Id));
    }

    private static string NameOf(string estate)
    {
        var name = NotOfName().Replace(estate.ToLowerInvariant(), "-").Trim('-');
        return name.Length > 0 ? name : "estate";
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfName();
}
