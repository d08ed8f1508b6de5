using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A run of all cases: the only input of its reports.</summary>
/// <param name="Results">in the order of files and cases</param>
/// <param name="Proofs">of the repository's own rules and of those that have cases, by id</param>
/// <param name="StartedAt">when the run began</param>
public sealed record CaseRun(ImmutableArray<CaseResult> Results, ImmutableArray<RuleProof> Proofs, DateTimeOffset StartedAt)
{
    public int Passed => Results.Count(result => result.IsPassed);

    public int Failed => Results.Length - Passed;

    /// <summary>Rules that are not proven in each way.</summary>
    public IEnumerable<RuleProof> Unproven => Proofs.Where(proof => !proof.Lacking.IsEmpty);
}
