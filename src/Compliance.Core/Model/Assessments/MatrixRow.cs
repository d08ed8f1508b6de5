using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One tier (or what belongs to none) across all controls.</summary>
/// <param name="Tier">null for subjects outside the tiers: storages, jobs and guests of none, the estate</param>
/// <param name="Title">such as <c>Tier 1 · Core services</c></param>
/// <param name="Guests">how many guests it has</param>
/// <param name="Cells">in the order of <see cref="Matrix.Controls"/></param>
public sealed record MatrixRow(int? Tier, string Title, int Guests, ImmutableArray<MatrixCell> Cells);
