using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One row of the runbook traceability matrix.</summary>
/// <param name="Verdict">null when no rule judged it on any subject: not checked</param>
public sealed record ClauseCoverage(Clause Clause, ImmutableArray<string> Rules, Verdict? Verdict)
{
    /// <summary>Rules that cite it, but that the policy turns off.</summary>
    public ImmutableArray<string> Disabled { get; init; } = [];

    /// <summary>Why its rules judged nothing, when that is known; null otherwise.</summary>
    public string? Idle { get; init; }

    /// <summary>How it was judged, which is no more than how it can be: without a rule nothing did.</summary>
    public ClauseProof How => Rules.IsEmpty ? ClauseProof.None : Clause.How;
}
