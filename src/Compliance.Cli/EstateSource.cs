using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>Where one estate is read from, and what it is compared with.</summary>
internal sealed record EstateSource
{
    /// <summary>Reads what the rules ask for under the policy.</summary>
    public required Func<RuleSet, Policy, CancellationToken, Task<Inventory>> Now { get; init; }

    /// <summary>Reads the earlier inventory; null when none is given.</summary>
    public required Func<Inventory, CollectionScope, CancellationToken, Task<Inventory?>> Before { get; init; }

    /// <summary>File of the baseline; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>File of the history; null for none.</summary>
    public string? History { get; init; }
}
