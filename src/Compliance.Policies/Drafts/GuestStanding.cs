using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Where a guest stands in a draft.</summary>
/// <param name="Named">the level its tags or its pool are named for; null when they name none</param>
/// <param name="ByJob">the most important level that a job which selects it is named for; null when none is, or its jobs could not be read</param>
/// <param name="Cadence">how often the jobs save it that nothing keeps from it; known and null when none does</param>
/// <param name="IsExempt">a template that no tier names</param>
internal sealed record GuestStanding(GuestFacts Guest, int? Named, int? ByJob, Observed<Cadence?> Cadence, bool IsExempt)
{
    /// <summary>
    /// The tier it would be in by itself: the named one; else its job's; else by its cadence; else, where that cannot be read, the strictest one for
    /// guests. Null for a guest that nobody saves and nobody named a tier for: leaving it out makes <c>check</c> ask for it.
    /// </summary>
    public int? Level => Named ?? (IsExempt ? null
        : ByJob ?? Cadence.Match<int?>(cadence => cadence is { } known ? Frequency.LevelOf(known) : null, _ => Frequency.LevelOf(Core.Model.Cadence.Daily)));

    public int VmId => Guest.State.VmId;

    /// <summary>Such as <c>qemu/101 (ca01)</c>. The name is untrusted text.</summary>
    public string Words => Guest.State.Name is { } name ? $"{Guest.Id} ({name})" : Guest.Id;

    public static GuestStanding Of(GuestFacts guest)
    {
        var names = guest.State.Tags.Concat(guest.State.Pool is { IsKnown: true, Value: { } pool } ? [pool] : []);
        var named = names.Select(TierNames.LevelOf).OfType<int>().Cast<int?>().Min();
        var cadence = guest.Cover.LongestGap.Select(gap => gap is { } time ? Frequency.Of(time) : (Cadence?)null);
        var jobs = guest.Cover.Selecting is { IsKnown: true } selecting ? selecting.Value : [];
        var byJob = jobs.Select(job => TierNames.SpokenOf(job.Job.State)).OfType<int>().Cast<int?>().Min();
        return new GuestStanding(guest, named, byJob, cadence, named is null && guest.State.IsTemplate is { IsKnown: true, Value: true });
    }
}
