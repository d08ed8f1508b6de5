using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Both ends of a difference: from the rule's own templates, else from the comparison that its assertion failed at.</summary>
internal static class ExpectedActual
{
    /// <param name="failed">the assertion with what its parts gave</param>
    public static (string? Expected, string? Actual) Of(Rule rule, CelExplanation failed, CelBindings bindings)
    {
        var expected = rule.Expected is null ? null : TemplateText.Of(rule.Expected, bindings);
        var actual = rule.Actual is null ? null : TemplateText.Of(rule.Actual, bindings);
        return (expected is null || actual is null) && failed.DecidingComparison() is { } comparison
            ? (expected ?? $"{Words(comparison.Operator)}{HumanText.Of(comparison.Right.Value)}", actual ?? HumanText.Of(comparison.Left.Value))
            : (expected, actual);
    }

    /// <summary>
    /// The same of what holds. Only where it is certain to be the value that a finding would show: a rule's own template, or the one
    /// comparison that is the whole assertion.
    /// </summary>
    public static (string? Expected, string? Actual) OfHeld(Rule rule, CelBindings bindings)
    {
        if (rule.Actual is null || rule.Expected is null)
        {
            var assertion = rule.Assert.Explain(bindings);
            if (assertion.IsComparison && assertion.DecidingComparison() is { } comparison)
            {
                // What the comparison wants is the opposite of what holds.
                var wanted = $"{Words(Opposite(comparison.Operator))}{HumanText.Of(comparison.Right.Value)}";
                return (
                    rule.Expected is null ? wanted : Held(rule.Expected, bindings),
                    rule.Actual is null ? HumanText.Of(comparison.Left.Value) : Held(rule.Actual, bindings));
            }
        }

        return (Held(rule.Expected, bindings), Held(rule.Actual, bindings));
    }

    // Templates are written for what fails: one that ends with a reason has none to give of what holds.
    private static string? Held(MessageTemplate? template, CelBindings bindings)
        => template is not null && TemplateText.Of(template, bindings).TrimEnd() is { Length: > 0 } text && !text.EndsWith(':') ? text : null;

    private static string Opposite(string comparison) => comparison switch
    {
        "==" => "!=",
        "!=" => "==",
        "<" => ">=",
        ">=" => "<",
        ">" => "<=",
        "<=" => ">",
        _ when comparison.StartsWith('!') => comparison[1..],
        _ => $"!{comparison}",
    };

    private static string Words(string comparison) => comparison switch
    {
        "!=" => "not ",
        "<" => "less than ",
        "<=" => "at most ",
        ">" => "more than ",
        ">=" => "at least ",
        "in" => "one of ",
        "!in" => "none of ",
        "has" => "among others ",
        "!has" => "without ",
        _ => string.Empty,
    };
}
