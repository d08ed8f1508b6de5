using Compliance.Cel.Explanation;
using Compliance.Cel.Values;

namespace Compliance.Cel;

/// <summary>What one part of an expression gave in one evaluation. Parts that were not evaluated are not here.</summary>
/// <param name="Start">offset into the source in UTF-16 units</param>
/// <param name="Length">in UTF-16 units</param>
/// <param name="Text">the part as written</param>
/// <param name="Value">what it gave</param>
/// <param name="Children">its parts in the order they were evaluated; those of a macro once per element</param>
public sealed record CelExplanation(int Start, int Length, string Text, CelValue Value, IReadOnlyList<CelExplanation> Children)
{
    /// <summary>
    /// How a person names it: as written, but an element of a macro by its place, <c>disks[2].name</c> for <c>d.name</c>, and an
    /// index by its value. As written where the range of the macro is no attribute.
    /// </summary>
    public string Name { get; init; } = Text;

    internal ExplanationRole Role { get; init; }

    /// <summary>Of a comparison and a negation: how it is written; null for everything else.</summary>
    internal string? Operator { get; init; }

    /// <summary>True when a limit on size left parts out below this one.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The parts that decided the outcome, at most <paramref name="limit"/> of them: attributes that decisive branches read,
    /// constants left out. For a false <c>a &amp;&amp; b</c> only the false side counts, for a false <c>all()</c> the elements that
    /// fail, for an unknown what is unknown. Of records, which have no text, what was made of them: <c>size(disks)</c>.
    /// </summary>
    public IReadOnlyList<CelExplanation> Decisive(int limit) => DecisiveParts.Of(this, limit);

    /// <summary>Whether the whole is one comparison.</summary>
    public bool IsComparison => Operator is not (null or "!");

    /// <summary>
    /// The comparison that alone made the condition true or false, through chains, negations, conditionals and macros; null when
    /// there is none, or more than one. What it wants is what would have made the condition the opposite.
    /// </summary>
    public CelComparison? DecidingComparison() => Explanation.DecidingComparison.Of(this);

    /// <summary>
    /// The shortest useful form: <c>job.compression = "lzo", disks[2].name = "sda"</c>. At most <paramref name="limit"/> parts;
    /// long texts and lists are cut.
    /// </summary>
    public string ToShortText(int limit) => string.Join(", ", Decisive(limit).Select(part => $"{part.Name} = {ValueText.Brief(part.Value)}"));
}
