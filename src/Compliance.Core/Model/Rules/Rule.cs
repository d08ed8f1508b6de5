using System.Collections.Immutable;
using Compliance.Cel;

namespace Compliance.Core.Model;

/// <summary>One thing that must hold, compiled: data with typed expressions, no code of its own.</summary>
public sealed record Rule
{
    /// <summary>Such as <c>BKP203</c>: family digit and number, stable for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Names the fault, not the cure: <c>guest-not-backed-up</c>.</summary>
    public required string Fault { get; init; }

    public required SubjectKind For { get; init; }

    /// <summary>Whether the rule speaks of the subject at all; null: always.</summary>
    public CelProgram? When { get; init; }

    public required CelProgram Assert { get; init; }

    /// <summary>The one that counts: the policy's when it sets another one.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Null while the severity is the rule's own.</summary>
    public RuleOverride? Override { get; init; }

    /// <summary>The runbook clauses it proves.</summary>
    public required ImmutableArray<string> Clauses { get; init; }

    public required string Title { get; init; }

    public required MessageTemplate Message { get; init; }

    public required string Why { get; init; }

    /// <summary>Ways to put it right; the first that applies is shown.</summary>
    public ImmutableArray<RuleFix> Fixes { get; init; } = [];

    /// <summary>When null, taken from the assertion's comparison.</summary>
    public MessageTemplate? Expected { get; init; }

    /// <summary>When null, taken from the assertion's comparison.</summary>
    public MessageTemplate? Actual { get; init; }

    public required bool IsWaivable { get; init; }

    /// <summary>Changes to a host before which <c>ready</c> judges it; empty for none.</summary>
    public ImmutableArray<ChangeKind> Before { get; init; } = [];

    /// <summary>Whether <c>check</c> judges it; false for what need not hold but before a change.</summary>
    public bool IsChecked { get; init; } = true;

    /// <summary>Where the rule is written.</summary>
    public required Place Place { get; init; }

    /// <summary>The rule family, its title in reports.</summary>
    public RuleFamily Family => RuleFamily.Of(Id);
}
