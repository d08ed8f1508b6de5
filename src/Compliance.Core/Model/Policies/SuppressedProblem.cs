namespace Compliance.Core.Model;

/// <summary>A problem that somebody accepted; it is listed, never dropped.</summary>
/// <param name="Reason">why, as written</param>
/// <param name="By">the comment, or the entry of the policy</param>
public sealed record SuppressedProblem(Problem Problem, string Reason, Place By);
