using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A problem whose change was not made.</summary>
/// <param name="Why">to follow "not changed: "</param>
public sealed record UnfixedProblem(Problem Problem, string Why);
