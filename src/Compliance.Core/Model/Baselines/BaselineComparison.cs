using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What changed since a baseline. Which findings are new, each finding says itself.</summary>
public sealed record BaselineComparison
{
    /// <summary>The moment the baseline was judged at.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    public required int New { get; init; }

    public required int Unchanged { get; init; }

    /// <summary>In the baseline, and put right since.</summary>
    public required ImmutableArray<BaselineLapse> Resolved { get; init; }

    /// <summary>In the baseline, not found now, and nobody can say that it is put right.</summary>
    public required ImmutableArray<BaselineLapse> Unclear { get; init; }

    /// <summary>
    /// What the exit code follows: the outcome, had unchanged fails not been found. What cannot be judged counts as ever,
    /// because nobody knows what would be accepted.
    /// </summary>
    public required Outcome Gate { get; init; }
}
