using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>How <c>check</c> judges, whatever it judges.</summary>
internal sealed record CheckSettings
{
    /// <summary>Ids of the only rules to judge by; empty for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    /// <summary>The least severity that makes exit code 1.</summary>
    public required Severity FailOn { get; init; }

    /// <summary>The moment to judge; null: when the inventory was collected.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The phase of a what-if; null: as the policy says.</summary>
    public string? Phase { get; init; }
}
