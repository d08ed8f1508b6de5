using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What one run found of several clusters: the page above their reports.</summary>
public sealed record Overview
{
    /// <summary>The moment of the run, to which ages are told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>In the order of the file that lists them.</summary>
    public required ImmutableArray<OverviewTarget> Targets { get; init; }

    /// <summary>Names of those that are in the file, and that this run did not ask.</summary>
    public ImmutableArray<string> NotAsked { get; init; } = [];

    /// <summary>The worst of all: the highest of the targets' exit codes.</summary>
    public int ExitCode => Targets.IsEmpty ? 3 : Targets.Max(target => target.ExitCode);

    /// <summary>Drift when a target drifted; unknown when none did, but one could not be assessed. No targets prove nothing.</summary>
    public Outcome Outcome => Targets.Any(target => target.Outcome == Outcome.Drift) ? Outcome.Drift
        : Targets.IsEmpty || Targets.Any(target => target.Outcome == Outcome.Unknown) ? Outcome.Unknown
        : Outcome.Compliant;
}
