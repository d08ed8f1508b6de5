using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A rule as it is written: one thing that must hold. Its expressions are not compiled yet.</summary>
public sealed record RuleSource
{
    /// <summary>Stable for ever, such as <c>BKP203</c>.</summary>
    public required Placed<string> Id { get; init; }

    /// <summary>The fault in a slug, such as <c>guest-not-backed-up</c>.</summary>
    public required Placed<string> Fault { get; init; }

    /// <summary>Which subjects it is about; the word also names the variable.</summary>
    public required Placed<SubjectKind> For { get; init; }

    /// <summary>Expression: the subjects it speaks of; null for all.</summary>
    public RuleText? When { get; init; }

    /// <summary>Expression: what must hold.</summary>
    public required RuleText Assert { get; init; }

    public required Placed<Severity> Severity { get; init; }

    /// <summary>Ids of the runbook's clauses it stands for; at least one.</summary>
    public required ImmutableArray<Placed<string>> Runbook { get; init; }

    /// <summary>What holds when the rule passes, as a sentence.</summary>
    public required RuleText Title { get; init; }

    /// <summary>What is, and what should be.</summary>
    public required RuleTemplate Message { get; init; }

    /// <summary>Why it matters.</summary>
    public required RuleText Why { get; init; }

    /// <summary>Ways to put it right; the first that applies is shown.</summary>
    public ImmutableArray<RuleFixSource> Fixes { get; init; } = [];

    /// <summary>Null when the assertion tells it.</summary>
    public RuleTemplate? Expected { get; init; }

    /// <summary>Null when the assertion tells it.</summary>
    public RuleTemplate? Actual { get; init; }

    /// <summary>Whether a waiver may mark its findings. Default: true, at the rule's own place.</summary>
    public required Placed<bool> IsWaivable { get; init; }

    /// <summary>Changes to a host before which <c>ready</c> judges it.</summary>
    public ImmutableArray<Placed<ChangeKind>> Before { get; init; } = [];

    /// <summary>Whether <c>check</c> judges it. Null when not written: it does.</summary>
    public Placed<bool>? IsChecked { get; init; }

    /// <summary>The whole document; its file is the rule's.</summary>
    public required Place Place { get; init; }
}
