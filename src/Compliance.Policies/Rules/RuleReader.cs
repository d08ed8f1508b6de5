using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the document of one rule file.</summary>
internal static class RuleReader
{
    private static readonly ValueReader<Placed<SubjectKind>?> Kind = Values.OneOf(
        ("guest", SubjectKind.Guest),
        ("volume", SubjectKind.Volume),
        ("job", SubjectKind.Job),
        ("storage", SubjectKind.Storage),
        ("node-storage", SubjectKind.NodeStorage),
        ("node", SubjectKind.Node),
        ("service", SubjectKind.Service),
        ("tier", SubjectKind.Tier),
        ("compared", SubjectKind.Compared),
        ("estate", SubjectKind.Estate));

    /// <summary>A severity.</summary>
    public static readonly ValueReader<Placed<Severity>?> Weight = Values.OneOf(
        ("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error));

    /// <summary>Null when anything required is missing or faulty; reported.</summary>
    public static RuleSource? Read(YamlNode root, Place whole, ProblemList problems)
    {
        if (Fields.Of(root, "rule", new Field("rule", problems)) is not { } fields)
        {
            return null;
        }

        var id = fields.Required("id", Values.Of(TextForms.RuleId), "Give it an id of your own, such as id: ACME101.");
        var fault = fields.Required("fault", Values.Of(TextForms.Slug), "Name the fault in a slug, such as fault: guest-not-backed-up.");
        var subject = fields.Required("for", Kind, "Say what it is about, such as for: job.");
        var when = fields.Optional("when", Text);
        var assert = fields.Required("assert", Text, "Write the expression that must hold.");
        var severity = fields.Required("severity", Weight, "Write severity: error, warning or info.");
        var runbook = fields.Required(
            "runbook",
            Lists.Of(Values.Of(TextForms.ClauseId)),
            "Cite the clauses it stands for, such as runbook: [RB-45].");
        var title = fields.Required("title", Text, "Say what holds when it passes.");
        var message = fields.Required("message", Template, "Say what is wrong and what is wanted.");
        var expected = fields.Optional("expected", Template);
        var actual = fields.Optional("actual", Template);
        var why = fields.Required("why", Text, "Say why it matters.");
        var fixes = fields.Optional("fix", FixesOf);
        var isWaivable = fields.Optional("waivable", Values.Boolean);
        var before = fields.List("before", TierReader.Change);
        var isChecked = fields.Optional("check", Values.Boolean);
        fields.Close();
        if (isChecked is { Value: false } unused && before.IsEmpty)
        {
            problems.Add(
                ProblemCodes.RuleForNothing,
                unused.Place,
                "neither check nor ready would judge by this rule",
                "Name the changes it must hold before, such as before: [upgrade], or leave check out.");
        }

        if (id is null || fault is null || subject is null || assert is null || severity is null
            || runbook.IsDefaultOrEmpty || title is null || message is null || why is null)
        {
            return null;
        }

        return new RuleSource
        {
            Id = id.Value,
            Fault = fault.Value,
            For = subject.Value,
            When = when,
            Assert = assert,
            Severity = severity.Value,
            Runbook = runbook,
            Title = title,
            Message = message,
            Why = why,
            Fixes = fixes.IsDefault ? [] : fixes,
            Expected = expected,
            Actual = actual,
            Before = before,
            IsChecked = isChecked,
            IsWaivable = isWaivable ?? new Placed<bool>(true, whole),
            Place = whole,
        };
    }

    private static RuleText? Text(YamlNode node, Field field) =>
        Values.Text(node, field) is null ? null : new RuleText((YamlScalar)node);

    private static RuleTemplate? Template(YamlNode node, Field field) =>
        Text(node, field) is { } text ? RuleTemplate.Split(text, field.Problems) : null;

    /// <summary>One text, or a list of <c>when</c> and <c>do</c> of which the first that applies is shown.</summary>
    private static ImmutableArray<RuleFixSource> FixesOf(YamlNode node, Field field)
    {
        if (node is YamlSequence)
        {
            return Lists.OfRecords(FixOf)(node, field);
        }

        return Template(node, field) is { } text ? [new RuleFixSource(null, text)] : [];
    }

    private static RuleFixSource? FixOf(YamlNode node, Field field)
    {
        if (Fields.Of(node, "fix", field) is not { } fields)
        {
            return null;
        }

        var when = fields.Optional("when", Text);
        var text = fields.Required("do", Template, "Say what to do.");
        fields.Close();
        return text is null ? null : new RuleFixSource(when, text);
    }
}
