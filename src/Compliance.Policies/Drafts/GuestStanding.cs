using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Where a guest stands in a draft.</summary>
/// <param name="Named">the level its tags or its pool are named for; null when they name none</param>
/// <param name="Cadence">how often the jobs save it that nothing keeps from it; known and null when none does</param>
/// <param name="IsExempt">a template that no tier names</param>
internal sealed record GuestStanding(GuestFacts Guest, int? Named, Observed<Cadence?> Cadence, bool IsExempt)
{
    /// <summary>
    /// The tier it would be in by itself: the named one; else by its cadence; else, where that cannot be read, the strictest one for
    /// guests. Null for a guest that nobody saves and nobody named a tier for: leaving it out makes <c>check</c> ask for it.
    /// </summary>
    public int? Level => Named ?? (IsExempt ? null
        : Cadence.Match<int?>(cadence => cadence is { } known ? Frequency.LevelOf(known) : null, _ => Frequency.LevelOf(Core.Model.Cadence.Daily)));

    public int VmId => Guest.State.VmId;

    /// <summary>Such as <c>qemu/101 (ca01)</c>. The name is untrusted text.</summary>
    public string Words => Guest.State.Name is { } name ? $"{Guest.Id} ({name})" : Guest.Id;

    public static GuestStanding Of(GuestFacts guest)
    {
        var names = guest.State.Tags.Concat(guest.State.Pool is { IsKnown: true, Value: { } pool } ? [pool] : []);
        var named = names.Select(TierNames.LevelOf).OfType<int>().Cast<int?>().Min();
        var cadence = guest.Cover.LongestGap.Select(gap => gap is { } time ? Frequency.Of(time) : (Cadence?)null);
        return new GuestStanding(guest, named, cadence, named is null && guest.State.IsTemplate is { IsKnown: true, Value: true });
    }
}
