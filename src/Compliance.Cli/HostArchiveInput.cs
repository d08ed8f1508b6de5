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
    public static async Task<Inventory> ForAsync(Inventory seen, RuleSet rules, Policy policy, PlaceReader server, CancellationToken cancellation)
        => rules.Rules.Any(rule => RuleReach.MayApply(rule, policy) && RuleFacts.Of(rule).Any(fact => fact.Sources.Any(source => source.Endpoint == FactSource.HostArchives)))
            ? await WithAsync(seen, policy, server, cancellation).ConfigureAwait(false)
            : seen with { HostArchives = null };

    /// <summary>With every place that the policy names, each read unless it is recorded already; by name.</summary>
    /// <param name="server">reads those that are no directories</param>
    public static async Task<Inventory> WithAsync(Inventory seen, Policy policy, PlaceReader server, CancellationToken cancellation)
    {
        var recorded = seen.HostArchives ?? [];
        var places = ImmutableArray.CreateBuilder<HostArchivePlace>();
        foreach (var group in policy.Tiers
            .SelectMany(tier => tier.HostArchives.Select(place => (Place: place, Paths: tier.HostPaths)))
            .GroupBy(one => one.Place.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var paths = group.SelectMany(one => one.Paths.Select(path => path.Value)).Distinct(StringComparer.Ordinal).ToList();
            var place = group.First().Place;
            places.Add(recorded.FirstOrDefault(row => row.Place == group.Key) ?? (place.Directory is { } directory
                ? HostArchiveDirectory.Read(directory.Value, paths, HostArchiveDirectory.DefaultBound, cancellation)
                : await server(place, paths, cancellation).ConfigureAwait(false)));
        }

        return seen with { HostArchives = places.Count == 0 ? null : places.ToImmutable() };
    }

    /// <summary>A place of which nothing is known.</summary>
    public static HostArchivePlace Unread(HostArchiveSource place, string reason)
        => new(place.Name, Observation.Unreadable<ImmutableArray<HostArchive>>(new Gap(place.Name, reason)), 0);
}
