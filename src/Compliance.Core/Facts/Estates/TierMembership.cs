using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Which selectors of the policy choose a guest.</summary>
internal static class TierMembership
{
    /// <summary>
    /// Whether the selector chooses the guest. Unreadable when only the guest's pool could decide and the token may not see pools:
    /// without <c>Pool.Audit</c> the field is dropped from the wire, as if the guest were in none.
    /// </summary>
    public static Observed<bool> IsSelected(GuestState guest, GuestSelector selector)
    {
        var byItself = selector.VmIds.Any(id => id.Value == guest.VmId)
            || selector.Tags.Any(tag => guest.Tags.Contains(tag.Value, StringComparer.OrdinalIgnoreCase))
            || selector.Names.Any(glob => guest.Name is not null && Glob.IsMatch(guest.Name, glob.Value));
        if (byItself || selector.Pools.IsEmpty)
        {
            return Observation.Known(byItself);
        }

        return guest.Pool.Select(pool => selector.Pools.Any(p => string.Equals(p.Value, pool, StringComparison.Ordinal)));
    }

    /// <summary>The tiers that choose the guest, the most important first.</summary>
    public static Observed<ImmutableArray<TierFacts>> TiersOf(GuestState guest, ImmutableArray<TierFacts> tiers)
    {
        var found = ImmutableArray.CreateBuilder<TierFacts>();
        foreach (var tier in tiers.Where(t => t.Declared.Guests is not null))
        {
            var selected = IsSelected(guest, tier.Declared.Guests!);
            if (selected.Unreadable is { } gap)
            {
                return Observation.Unreadable<ImmutableArray<TierFacts>>(gap);
            }

            if (selected.Value)
            {
                found.Add(tier);
            }
        }

        return Observation.Known(found.ToImmutable());
    }

    /// <summary>The exemption that leaves the guest out of all tiers on purpose, if any.</summary>
    public static Observed<Exemption?> ExemptionOf(GuestState guest, ImmutableArray<Exemption> exemptions)
    {
        foreach (var exemption in exemptions)
        {
            var selected = IsSelected(guest, exemption.Guests);
            if (selected.Unreadable is { } gap)
            {
                return Observation.Unreadable<Exemption?>(gap);
            }

            if (selected.Value)
            {
                return Observation.Known<Exemption?>(exemption);
            }
        }

        return Observation.Known<Exemption?>(null);
    }

    /// <summary>Whether a service's <c>guest:</c> names this guest, by name or by vmid.</summary>
    public static bool IsNamed(GuestState guest, string reference)
        => string.Equals(guest.Name, reference, StringComparison.Ordinal)
            || string.Equals(guest.VmId.ToString(CultureInfo.InvariantCulture), reference, StringComparison.Ordinal);
}
