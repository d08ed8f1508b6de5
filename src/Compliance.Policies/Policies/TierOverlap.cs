using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Finds selectors that are written for two tiers, or for a tier and an exemption: the same words select the same guests.</summary>
internal static class TierOverlap
{
    public static void Check(Policy policy, ProblemList problems)
    {
        var claims = policy.Tiers.Where(tier => tier.Guests is not null)
            .SelectMany(tier => Claims(tier.Guests!, $"tier {tier.Level}", tier.Place))
            .Concat(policy.Exempt.SelectMany(exemption => Claims(exemption.Guests, "an exemption", exemption.Place)))
            .OrderBy(claim => claim.Place.Line).ThenBy(claim => claim.Place.Column);
        var first = new Dictionary<(string Kind, string Value), Claim>();
        foreach (var claim in claims)
        {
            var key = (claim.Kind, claim.Value);
            if (first.TryAdd(key, claim) || first[key].Owner == claim.Owner)
            {
                continue;
            }

            var other = first[key];
            problems.Add(
                ProblemCodes.TiersOverlap,
                claim.Place,
                $"the {claim.Kind} \"{claim.Value}\" already selects guests for {other.Of} in line {other.Place.Line}",
                "Keep it in one of the two.");
        }
    }

    private static IEnumerable<Claim> Claims(GuestSelector guests, string of, Place owner) =>
    [
        // Proxmox VE compares tags without case unless the data centre option tag-style says case-sensitive.
        .. guests.Tags.Select(tag => new Claim("tag", tag.Value.ToLowerInvariant(), tag.Place, of, owner)),
        .. guests.Pools.Select(pool => new Claim("pool", pool.Value, pool.Place, of, owner)),
        .. guests.Names.Select(name => new Claim("name", name.Value, name.Place, of, owner)),
        .. guests.VmIds.Select(id => new Claim("vmid", id.Value.ToString(CultureInfo.InvariantCulture), id.Place, of, owner)),
    ];

    private sealed record Claim(string Kind, string Value, Place Place, string Of, Place Owner);
}
