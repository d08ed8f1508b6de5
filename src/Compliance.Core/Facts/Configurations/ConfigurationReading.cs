using System.Collections.Immutable;

namespace Compliance.Core.Facts.Configurations;

/// <summary>What Proxmox VE makes of the text of a configuration file.</summary>
public sealed record ConfigurationReading
{
    /// <summary>In the API's order; lists within a value, which the API gives in random order, are sorted.</summary>
    public required ImmutableArray<ConfigurationEntry> Entries { get; init; }

    /// <summary>
    /// What was left out of the entries, one line each. Proxmox says that in the system's log only: a retention that was
    /// misspelt is no retention, and nobody is told.
    /// </summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Not null: the API answers 500 in place of the list, so that the entries say nothing about what is not there.</summary>
    public string? Fault { get; init; }
}
