namespace Compliance.Core.Model;

/// <summary>One normative sentence of the runbook.</summary>
/// <param name="Id">stable, such as <c>RB-40</c></param>
/// <param name="Section">the runbook's heading it stands under</param>
/// <param name="Says">the sentence, shortened</param>
/// <param name="How">how it is judged</param>
/// <param name="Why">for <see cref="ClauseProof.None"/>: why nothing can judge it, or which release will</param>
public sealed record Clause(string Id, string Section, string Says, ClauseProof How, string? Why)
{
    /// <summary>Where the policy's own runbook file states it; null when the policy points at none, or that one does not.</summary>
    public StatedAt? Stated { get; init; }
}
