using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What an answer says of the policy and the estate it is about.</summary>
internal static class Summaries
{
    public static PolicySummary Of(Policy policy, string digest)
        => new(policy.Name.Value, policy.Title?.Value, policy.Version?.Value, policy.Phase.Value, digest);

    public static EstateSummary Of(Estate estate, string digest)
    {
        var inventory = estate.Inventory;
        return new EstateSummary(
            inventory.Name, inventory.ServerVersion, Earlier(inventory.CollectedAt, estate.AsOf), digest, estate.Nodes.Length, estate.Guests.Length,
            estate.Jobs.Length, inventory.Storages.Rows.Length)
        {
            Previous = estate.Changes.Previous is { } earlier ? new EarlierInventory(earlier.Name, earlier.CollectedAt) : null,
        };
    }

    public static ImmutableArray<DisabledRuleSummary> Of(ImmutableArray<DisabledRule> rules)
        => [.. rules.Select(off => new DisabledRuleSummary(
            off.Rule.Id, off.Rule.Fault, off.Rule.Title, off.Rule.Severity, off.Rule.Clauses, off.Reason, off.Place))];

    // An estate judged as of a moment is taken to have been so at that moment.
    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
