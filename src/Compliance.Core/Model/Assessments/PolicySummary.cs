namespace Compliance.Core.Model;

/// <summary>Which policy was judged against.</summary>
/// <param name="Digest"><c>sha256:…</c> over everything in the repository that takes part in the verdict</param>
public sealed record PolicySummary(string Name, string? Title, string? Version, PolicyPhase Phase, string Digest);
