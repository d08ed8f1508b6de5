namespace Compliance.Core.Model;

/// <summary>Which policy was judged against.</summary>
/// <param name="Phase">the one that was judged by</param>
/// <param name="Digest"><c>sha256:…</c> over everything in the repository that takes part in the verdict</param>
public sealed record PolicySummary(string Name, string? Title, string? Version, PolicyPhase Phase, string Digest)
{
    /// <summary>The phase the policy itself is in. Another than <see cref="Phase"/> makes the assessment a what-if, and its verdict none on today.</summary>
    public PolicyPhase DeclaredPhase { get; init; } = Phase;

    public bool IsWhatIf => DeclaredPhase != Phase;
}
