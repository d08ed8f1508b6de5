using System.Collections.Immutable;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.HostArchives.Reading;

namespace Compliance.Cli;

/// <summary>
/// The places of the policy's <c>host-archives:</c>, read where the tool runs. What <c>collect --policy</c> recorded is judged as recorded, so
/// that a collected inventory gives the report that a live check gave.
/// </summary>
internal static class HostArchiveInput
{
    /// <summary>Adds what the rules need of them, and takes away what they do not: archives are large, and most rules read none.</summary>
    public static Inventory For(Inventory seen, RuleSet rules, Policy policy, CancellationToken cancellation)
        => rules.Rules.Any(rule => RuleReach.MayApply(rule, policy) && RuleFacts.Of(rule).Any(fact => fact.Sources.Any(source => source.Endpoint == FactSource.HostArchives)))
            ? With(seen, policy, cancellation)
            : seen with { HostArchives = null };

    /// <summary>With every place that the policy names, each read unless it is recorded already; by name.</summary>
    public static Inventory With(Inventory seen, Policy policy, CancellationToken cancellation)
    {
        var recorded = seen.HostArchives ?? [];
        var places = policy.Tiers
            .SelectMany(tier => tier.HostArchives.Select(place => (Place: place, Paths: tier.HostPaths)))
            .GroupBy(one => one.Place.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => recorded.FirstOrDefault(row => row.Place == group.Key)
                ?? Read(group.First().Place, group.SelectMany(one => one.Paths.Select(path => path.Value)), cancellation))
            .ToImmutableArray();
        return seen with { HostArchives = places.IsEmpty ? null : places };
    }

    private static HostArchivePlace Read(HostArchiveSource place, IEnumerable<string> paths, CancellationToken cancellation) => place.Directory is { } directory
        ? HostArchiveDirectory.Read(directory.Value, paths.Distinct(StringComparer.Ordinal), HostArchiveDirectory.DefaultBound, cancellation)
        : new HostArchivePlace(
            place.Name,
            Observation.Unreadable<ImmutableArray<HostArchive>>(new Gap(place.Name, "archives on Proxmox Backup Server are not read by this version")),
            0);
}
