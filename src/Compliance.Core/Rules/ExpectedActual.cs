using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Both ends of a difference: from the rule's own templates, else from the comparison that its assertion is.</summary>
internal static class ExpectedActual
{
    public static (string? Expected, string? Actual) Of(Rule rule, CelBindings bindings)
    {
        var expected = rule.Expected is null ? null : TemplateText.Of(rule.Expected, bindings);
        var actual = rule.Actual is null ? null : TemplateText.Of(rule.Actual, bindings);
        if (expected is not null && actual is not null)
        {
            return (expected, actual);
        }

        if (rule.Assert.Comparison is not { } comparison)
        {
            return (expected, actual);
        }

        var left = HumanText.Of(comparison.Left.Evaluate(bindings));
        var right = HumanText.Of(comparison.Right.Evaluate(bindings));
        return (expected ?? $"{Words(comparison.Operator)}{right}", actual ?? left);
    }

    private static string Words(string comparison) => comparison switch
    {
        "!=" => "not ",
        "<" => "less than ",
        "<=" => "at most ",
        ">" => "more than ",
        ">=" => "at least ",
        "in" => "one of ",
        _ => string.Empty,
    };
}
