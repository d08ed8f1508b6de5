using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;

namespace Compliance.Policies;

/// <summary>A tag or a pool, and the guests it would select.</summary>
/// <param name="Name">as Proxmox VE gives it, fit for a policy</param>
/// <param name="IsPool">a pool, not a tag</param>
internal sealed record GuestGroup(string Name, bool IsPool, ImmutableArray<GuestStanding> Guests)
{
    /// <summary>
    /// Whether it can select a whole tier: its name says so, or all its guests stand in one, and none of them by another name. Groups
    /// chosen so never put a guest into two tiers, because each of them agrees with the guest's own level.
    /// </summary>
    public int? Level => TierNames.LevelOf(Name)
        ?? (Guests.Length > 0 && Guests[0].Level is { } level && Guests.All(guest => guest.Named is null && guest.Level == level) ? level : null);

    /// <summary>Every tag and pool that a policy can name, tags first, by name.</summary>
    public static ImmutableArray<GuestGroup> AllOf(Estate estate, ImmutableArray<GuestStanding> guests)
    {
        var tags = guests.SelectMany(guest => guest.Guest.State.Tags)
            .Where(TextForms.Tag.Fits)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .Select(tag => new GuestGroup(tag, IsPool: false, [.. guests.Where(guest => guest.Guest.State.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))]));
        var pools = guests.Select(guest => guest.Guest.State.Pool).Where(pool => pool.IsKnown).Select(pool => pool.Value).OfType<string>()
            .Concat(estate.Inventory.Pools.Rows)
            .Where(TextForms.Pool.Fits)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(pool => new GuestGroup(pool, IsPool: true, [.. guests.Where(guest => guest.Guest.State.Pool is { IsKnown: true, Value: { } own } && own == pool)]));
        return [.. tags, .. pools];
    }

    /// <summary>Why it stands where it does.</summary>
    public string Note => TierNames.LevelOf(Name) is not null
        ? "guessed: from its name"
        : Guests.All(guest => guest.ByJob is not null) ? "guessed: from jobs of its guests, which are named for the tier"
        : $"guessed: from how often its guests are saved{(Guests.Any(guest => !guest.Cadence.IsKnown) ? ", which could not be read of each" : "")}";
}
