using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Compiles the expressions of a rule against the table of facts. A misspelt fact is a problem at its place, before anything runs.</summary>
internal sealed class RuleCompiler(ProblemList problems)
{
    /// <summary>Null when an expression does not compile; reported.</summary>
    public Rule? Compile(RuleSource source)
    {
        var environment = FactTable.EnvironmentOf(source.For.Value);
        var when = source.When is null ? null : Condition(source.When, environment, "when");
        var assert = Condition(source.Assert, environment, "assert");
        var message = Template(source.Message, environment);
        var expected = Optional(source.Expected, environment);
        var actual = Optional(source.Actual, environment);
        var fixes = source.Fixes.Select(f => Fix(f, environment)).ToImmutableArray();
        if (assert is null || message is null || (source.When is not null && when is null)
            || (source.Expected is not null && expected is null) || (source.Actual is not null && actual is null) || fixes.Contains(null))
        {
            return null;
        }

        return new Rule
        {
            Id = source.Id.Value,
            Fault = source.Fault.Value,
            For = source.For.Value,
            When = when,
            Assert = assert,
            Severity = source.Severity.Value,
            Clauses = [.. source.Runbook.Select(c => c.Value)],
            Title = source.Title.Value,
            Message = message,
            Why = source.Why.Value,
            Fixes = [.. fixes.Select(f => f!)],
            Expected = expected,
            Actual = actual,
            IsWaivable = source.IsWaivable.Value,
            Before = [.. source.Before.Select(change => change.Value)],
            IsChecked = source.IsChecked?.Value ?? true,
            Place = source.Id.Place,
        };
    }

    private CelProgram? Condition(RuleText text, CelEnvironment environment, string key)
    {
        var result = Compile(text.Value, environment, CelType.Bool, new RulePassage(text, 0));
        if (result.Program is { IsConstant: true })
        {
            problems.Add(ProblemCodes.ConstantCondition, text.Place, $"{key} is the same for every subject: {text.Value}", "Name a fact of the subject in it.");
            return result.Program;
        }

        foreach (var issue in result.Issues.Where(i => i.Kind == CelIssueKind.Constant))
        {
            var part = text.Value.Substring(issue.Start, issue.Length);
            problems.Add(ProblemCodes.ConstantCondition, text.PlaceOf(issue.Start, issue.Length), $"{issue.Message}: {part}", "Write what was meant, or leave it out.");
        }

        return result.Program;
    }

    private RuleFix? Fix(RuleFixSource source, CelEnvironment environment)
    {
        var when = source.When is null ? null : Condition(source.When, environment, "when");
        var text = Template(source.Text, environment);
        return text is null || (source.When is not null && when is null) ? null : new RuleFix(when, text);
    }

    private MessageTemplate? Optional(RuleTemplate? template, CelEnvironment environment)
        => template is null ? null : Template(template, environment);

    private MessageTemplate? Template(RuleTemplate template, CelEnvironment environment)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var isWhole = true;
        foreach (var segment in template.Segments)
        {
            if (!segment.IsExpression)
            {
                parts.Add(new TemplatePart(segment.Text, null));
                continue;
            }

            var program = Compile(segment.Text, environment, expected: null, new RulePassage(template.Text, segment.Offset)).Program;
            isWhole &= program is not null;
            parts.Add(new TemplatePart(null, program));
        }

        return isWhole ? new MessageTemplate(parts.ToImmutable()) : null;
    }

    private CelCompilation Compile(string text, CelEnvironment environment, CelType? expected, RulePassage passage)
    {
        var result = CelCompiler.Compile(text, environment, expected);
        // What is constant matters in a condition only, see there.
        foreach (var issue in result.Issues.Where(i => i.Kind != CelIssueKind.Constant))
        {
            var fix = issue.Suggestion is { } meant ? $"Did you mean {(meant[0] is '"' or '\'' ? meant : $"\"{meant}\"")}?"
                : issue.Kind == CelIssueKind.Name ? "pve-compliance facts lists what a rule may name."
                : null;
            problems.Add(ProblemCodes.BadExpression, passage.PlaceOf(issue.Start, Math.Max(1, issue.Length)), issue.Message, fix, passage.Mended(text, issue));
        }

        return result;
    }
}
