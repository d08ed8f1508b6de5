using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One row of the runbook traceability matrix.</summary>
/// <param name="Verdict">null when no rule judged it on any subject, and nobody attests it: not checked</param>
public sealed record ClauseCoverage(Clause Clause, ImmutableArray<string> Rules, Verdict? Verdict)
{
    /// <summary>Rules that cite it, but that the policy turns off.</summary>
    public ImmutableArray<string> Disabled { get; init; } = [];

    /// <summary>Why its rules judged nothing, when that is known; null otherwise.</summary>
    public string? Idle { get; init; }

    /// <summary>What people attest of it, when no rule speaks of it and somebody does or did; null otherwise.</summary>
    public ClauseAttestation? Attestation { get; init; }

    /// <summary>How it was judged, which is no more than how it can be: without a rule or an attestation nothing did.</summary>
    public ClauseProof How => Attestation is not null ? ClauseProof.Evidence : Rules.IsEmpty ? ClauseProof.None : Clause.How;
}
