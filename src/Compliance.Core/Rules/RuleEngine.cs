using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Judges every subject by every rule that speaks of its kind. Pure, total, in the order of the rules and subjects.</summary>
public static class RuleEngine
{
    public static ImmutableArray<RuleResult> Evaluate(RuleSet rules, Estate estate)
    {
        var catalog = new SubjectCatalog(estate);
        var results = ImmutableArray.CreateBuilder<RuleResult>();
        foreach (var rule in rules.Rules)
        {
            foreach (var subject in catalog.Of(rule.For))
            {
                results.Add(Judge(rule, subject));
            }

            // Subjects that the token may not see cannot have passed.
            if (catalog.HiddenOf(rule.For) is { } gap)
            {
                results.Add(Hidden(rule, gap, estate));
            }
        }

        return results.ToImmutable();
    }

    private static RuleResult Judge(Rule rule, SubjectCase subject)
    {
        if (rule.When is not null)
        {
            var applies = rule.When.Evaluate(subject.Bindings);
            if (applies.Kind == CelKind.Bool && !applies.AsBool())
            {
                return Plain(rule, subject, Verdict.NotApplicable);
            }

            if (applies.Kind != CelKind.Bool)
            {
                return Unjudged(rule, subject, applies);
            }
        }

        var holds = rule.Assert.Evaluate(subject.Bindings);
        if (holds.Kind != CelKind.Bool)
        {
            return Unjudged(rule, subject, holds);
        }

        return holds.AsBool() ? Plain(rule, subject, Verdict.Pass) : Failed(rule, subject);
    }

    private static RuleResult Plain(Rule rule, SubjectCase subject, Verdict verdict)
        => new() { Rule = rule, Subject = subject.Subject, CaseKey = subject.Key, Verdict = verdict, Bindings = subject.Bindings };

    private static RuleResult Failed(Rule rule, SubjectCase subject)
    {
        var places = FactPlaces.Of(rule, subject.Bindings);
        var assertion = rule.Assert.Explain(subject.Bindings);
        var (expected, actual) = ExpectedActual.Of(rule, assertion, subject.Bindings);
        return Plain(rule, subject, Verdict.Fail) with
        {
            Message = TemplateText.Of(rule.Message, subject.Bindings),
            Expected = expected,
            Actual = actual,
            Because = Because(assertion, hasBothEnds: expected is not null && actual is not null),
            Declared = places.Declared ?? subject.Declared,
            Live = places.Live ?? subject.Live,
            Fix = FixOf(rule, subject.Bindings),
        };
    }

    // A comparison says both its ends, and a single fact is what the message is about; anything else is told by its parts.
    private static ImmutableArray<Reason> Because(CelExplanation assertion, bool hasBothEnds)
    {
        var reasons = RuleTrace.ReasonsOf(assertion);
        return hasBothEnds && (assertion.IsComparison || reasons.Length < 2) ? [] : reasons;
    }

    private static string? FixOf(Rule rule, CelBindings bindings)
    {
        var fitting = rule.Fixes.FirstOrDefault(f => f.When is null || f.When.Evaluate(bindings) is { Kind: CelKind.Bool } when && when.AsBool());
        return fitting is null ? null : TemplateText.OfCommand(fitting.Text, bindings);
    }

    /// <summary>
    /// Neither true nor false: something was unreadable, or the expression met an error, which is the same for the reader: nobody
    /// can say. Never a pass, and never a fail.
    /// </summary>
    private static RuleResult Unjudged(Rule rule, SubjectCase subject, CelValue value)
    {
        ImmutableArray<Gap> missing = value.Kind == CelKind.Unknown
            ? Missing(rule, subject, value)
            : [new Gap($"rule {rule.Id}", value.Kind == CelKind.Error ? value.ErrorMessage : $"gave {value} instead of true or false")];
        var places = FactPlaces.Of(rule, subject.Bindings);
        return Plain(rule, subject, Verdict.Unknown) with
        {
            Message = $"could not be judged{Without(rule, subject)}: {string.Join("; ", missing)}",
            Missing = missing,
            Declared = places.Declared ?? subject.Declared,
            Live = places.Live ?? subject.Live,
        };
    }

    // When nobody knows whether the rule speaks of the subject, what the assertion could not read is missing as well.
    private static ImmutableArray<Gap> Missing(Rule rule, SubjectCase subject, CelValue value)
    {
        var holds = rule.Assert.Evaluate(subject.Bindings);
        var causes = holds.Kind == CelKind.Unknown ? value.AsUnknown().With(holds.AsUnknown()) : value.AsUnknown();
        return [.. causes.Causes.OfType<Gap>()];
    }

    // Every fact that would have decided it; the gaps say what it takes to see them.
    private static string Without(Rule rule, SubjectCase subject)
        => RuleTracer.Trace(rule, subject.Bindings).Unknowns is { IsEmpty: false } unknowns ? $" without {string.Join(", ", unknowns)}" : "";

    private static RuleResult Hidden(Rule rule, Gap gap, Estate estate) => new()
    {
        Rule = rule,
        Subject = new Subject(SubjectKind.Estate, "estate", estate.Inventory.Name),
        CaseKey = "hidden",
        Verdict = Verdict.Unknown,
        Message = $"some may be hidden from this token: {gap}",
        Missing = [gap],
        Declared = estate.Policy.Place,
        Live = new LivePlace(gap.Endpoint, "data"),
    };
}
