using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Finds out which rules a token leaves blind, and what would open their eyes. Never asks for more than to read.</summary>
public static class Doctor
{
    /// <summary>What ends so only reads: Audit privileges are all that the role PVEAuditor holds.</summary>
    private const string Reading = ".Audit";

    /// <param name="token">its id, <c>user@realm!name</c></param>
    public static Diagnosis Examine(RuleSet rules, Estate estate, string token)
    {
        var results = RuleEngine.Evaluate(rules, estate);
        var spots = BlindSpotList.Of(results).Where(spot => spot.Gap.Endpoint.StartsWith('/')).ToList();
        var needs = spots.ToDictionary(spot => spot, spot => Need.Parse(spot.Gap.Needs));
        var openable = spots.Where(spot => needs[spot] is { IsReading: true }).ToImmutableArray();
        return new Diagnosis
        {
            Lists = Lists(estate.Inventory),
            Excess = Excess(estate.Inventory.Sight),
            Rules = rules.Rules.Length,
            BlindRules = [.. spots.SelectMany(spot => spot.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Openable = openable,
            Others = [.. spots.Except(openable)],
            Commands = Commands(openable.Select(spot => needs[spot]!.Value), estate.Inventory.Sight, token),
        };
    }

    private static ImmutableArray<ListSight> Lists(Inventory inventory) =>
    [
        new("nodes", inventory.Nodes.Rows.Length, inventory.Nodes.Hidden),
        new("guests", inventory.Guests.Rows.Length, inventory.Guests.Hidden),
        new("backup jobs", inventory.Jobs.Rows.Length, inventory.Jobs.Hidden),
        new("storages", inventory.Storages.Rows.Length, inventory.Storages.Hidden),
        new("pools", inventory.Pools.Rows.Length, inventory.Pools.Hidden),
        new("access control entries", inventory.Acl.Rows.Length, inventory.Acl.Hidden),
        new("roles", inventory.Roles.Rows.Length, inventory.Roles.Hidden),
        new("users", inventory.Users.Rows.Length, inventory.Users.Hidden),
        new("groups", inventory.Groups.Rows.Length, inventory.Groups.Hidden),
        new("notification matchers", inventory.Matchers.Rows.Length, inventory.Matchers.Hidden),
        new("notification targets", inventory.Targets.Rows.Length, inventory.Targets.Hidden),
    ];

    private static ImmutableArray<string> Excess(Observed<Sight> sight) => sight.Match(
        seen => seen!.Paths
            .SelectMany(path => path.Privileges.Where(held => !held.Name.EndsWith(Reading, StringComparison.Ordinal)).Select(held => (held.Name, path.Path)))
            .GroupBy(held => held.Name, held => held.Path, StringComparer.Ordinal)
            .Select(paths => $"{paths.Key} on {paths.First()}{(paths.Count() == 1 ? "" : $" and {paths.Count() - 1} more paths")}")
            .ToImmutableArray(),
        _ => []);

    /// <summary>
    /// One line for <c>/</c>, which opens everything below; another one only for a path at which an entry of its own replaces what
    /// is inherited. A privilege-separated token holds what both it and its user hold, so the line names both.
    /// </summary>
    private static ImmutableArray<string> Commands(IEnumerable<Need> needs, Observed<Sight> sight, string token)
    {
        var user = token[..token.IndexOf('!', StringComparison.Ordinal)];
        return
        [
            .. needs
                .Select(need => sight is { IsKnown: true, Value: { } seen } && seen.Has(need.Privilege, "/") ? need.Path : "/")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(path => $"pveum acl modify {ShellText.Quote(path)} --users {ShellText.Quote(user)} --tokens {ShellText.Quote(token)} --roles PVEAuditor"),
        ];
    }

    /// <summary>A privilege and where it is needed, as gaps write it: <c>Sys.Audit on /nodes/pve1</c>.</summary>
    private readonly record struct Need(string Privilege, string Path)
    {
        public bool IsReading => Privilege.EndsWith(Reading, StringComparison.Ordinal);

        /// <summary>Null for what no single privilege opens.</summary>
        public static Need? Parse(string? needs)
            => needs?.Split(" on ") is [var privilege, ['/', ..] path] && !path.Contains(' ', StringComparison.Ordinal) ? new Need(privilege, path) : null;
    }
}
