using Compliance.Cel.Explanation;

namespace Compliance.Cel;

/// <summary>What one part of an expression gave in one evaluation. Parts that were not evaluated are not here.</summary>
/// <param name="Start">offset into the source in UTF-16 units</param>
/// <param name="Length">in UTF-16 units</param>
/// <param name="Text">the part as written</param>
/// <param name="Value">what it gave</param>
/// <param name="Children">its parts in the order they were evaluated; those of a macro once per element</param>
public sealed record CelExplanation(int Start, int Length, string Text, CelValue Value, IReadOnlyList<CelExplanation> Children)
{
    internal ExplanationRole Role { get; init; }

    /// <summary>True when a limit on size left parts out below this one.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The parts that decided the outcome, at most <paramref name="limit"/> of them: attributes, macro elements and calls that
    /// decisive branches read, constants left out. For a false <c>a &amp;&amp; b</c> only the false side counts.
    /// </summary>
    public IReadOnlyList<CelExplanation> Decisive(int limit) => DecisiveParts.Of(this, limit);

    /// <summary>The shortest useful form: <c>job.compression = "lzo", policy.compression = "zstd"</c>.</summary>
    public string ToShortText(int limit) => string.Join(", ", Decisive(limit).Select(part => $"{part.Text} = {part.Value}"));
}
