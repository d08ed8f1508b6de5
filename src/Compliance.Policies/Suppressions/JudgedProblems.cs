using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Problems after what people accepted.</summary>
/// <param name="Left">by file, line and column; faults of suppressions among them</param>
internal sealed record JudgedProblems(ImmutableArray<Problem> Left, ImmutableArray<SuppressedProblem> Suppressed, bool HasErrors);
