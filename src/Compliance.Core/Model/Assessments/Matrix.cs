using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Tiers × controls.</summary>
/// <param name="Controls">titles of the rule families that judged anything, in family order</param>
public sealed record Matrix(ImmutableArray<string> Controls, ImmutableArray<MatrixRow> Rows);
