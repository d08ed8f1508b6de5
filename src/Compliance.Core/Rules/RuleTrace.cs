using System.Collections.Immutable;
using Compliance.Cel;

namespace Compliance.Core.Rules;

/// <summary>How a rule came to its verdict on one subject.</summary>
/// <param name="When">the condition, part by part; null when the rule has none</param>
/// <param name="Assert">the assertion, part by part; null when the condition decided</param>
/// <param name="Facts">what both read, in the order of the text</param>
public sealed record RuleTrace(CelExplanation? When, CelExplanation? Assert, ImmutableArray<TracedFact> Facts)
{
    private const int MostReasons = 4;

    /// <summary>Nothing was evaluated: subjects were hidden as a whole.</summary>
    public static RuleTrace None { get; } = new(null, null, []);

    /// <summary>The parts that decided, shortest useful form; at most four.</summary>
    public ImmutableArray<Reason> Reasons => (Assert ?? When) is { } deciding
        ? [.. deciding.Decisive(MostReasons).Select(part => new Reason(part.Text, ValueNotation.Of(part.Value)))]
        : [];

    /// <summary>The parts without which nobody can say: for an unknown, every part that decides and is unknown.</summary>
    public ImmutableArray<string> Unknowns => (Assert ?? When) is { } deciding
        ? [.. deciding.Decisive(int.MaxValue).Where(part => part.Value.Kind == CelKind.Unknown).Select(part => Attribute(part.Text)).Distinct(StringComparer.Ordinal)]
        : [];

    // Whether a fact is there is asked of the fact.
    private static string Attribute(string text)
        => text.StartsWith("has(", StringComparison.Ordinal) && text[^1] == ')' ? text["has(".Length..^1].Trim() : text;
}
