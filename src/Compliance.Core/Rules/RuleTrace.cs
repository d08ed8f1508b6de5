using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>How a rule came to its verdict on one subject.</summary>
/// <param name="When">the condition, part by part; null when the rule has none</param>
/// <param name="Assert">the assertion, part by part; null when the rule does not speak of the subject</param>
/// <param name="Facts">what both read, in the order of the text</param>
public sealed record RuleTrace(CelExplanation? When, CelExplanation? Assert, ImmutableArray<TracedFact> Facts)
{
    private const int MostReasons = 4;

    /// <summary>Nothing was evaluated: subjects were hidden as a whole.</summary>
    public static RuleTrace None { get; } = new(null, null, []);

    /// <summary>The parts that decided, shortest useful form; at most four.</summary>
    public ImmutableArray<Reason> Reasons => Deciding is { } deciding ? ReasonsOf(deciding) : [];

    internal static ImmutableArray<Reason> ReasonsOf(CelExplanation deciding)
        => [.. deciding.Decisive(MostReasons).Select(part => new Reason(part.Name, ValueNotation.Of(part.Value)))];

    // A condition that is not true decides, whatever the assertion says.
    private CelExplanation? Deciding => When is { Value: var value } && value != CelValue.True ? When : Assert;

    /// <summary>The facts without which nobody can say: for an unknown, every one that decides and is unknown.</summary>
    public ImmutableArray<string> Unknowns =>
    [
        .. new[] { When, Assert }.OfType<CelExplanation>()
            .SelectMany(part => part.Decisive(int.MaxValue))
            .Where(part => part.Value.Kind == CelKind.Unknown)
            .Select(part => Attribute(part.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    // Whether a fact is there is asked of the fact.
    private static string Attribute(string text)
        => text.StartsWith("has(", StringComparison.Ordinal) && text[^1] == ')' ? text["has(".Length..^1].Trim() : text;
}
