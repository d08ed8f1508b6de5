using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One case that proves a rule: an inventory with a small change, and what the rule says of some subjects then.</summary>
public sealed record RuleCase
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    public required string Name { get; init; }

    /// <summary>The name of the inventory it begins with: <c>compliant</c> is <c>inventories/compliant.json</c>.</summary>
    public required Placed<string> Given { get; init; }

    /// <summary>The name of the earlier inventory it compares with, which the changes of the case do not touch; null for none.</summary>
    public Placed<string>? Previous { get; init; }

    /// <summary>The moment judged; null: when the inventory was collected.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The repository's policy, with the changes of the case.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The repository's evidence, or that of the case in its place.</summary>
    public EvidenceRecords Evidence { get; init; } = EvidenceRecords.None;

    /// <summary>In the order in which they are made.</summary>
    public ImmutableArray<InventoryChange> Changes { get; init; } = [];

    /// <summary>At least one.</summary>
    public required ImmutableArray<CaseExpectation> Expect { get; init; }

    /// <summary>Where the case is written.</summary>
    public required Place Place { get; init; }
}
