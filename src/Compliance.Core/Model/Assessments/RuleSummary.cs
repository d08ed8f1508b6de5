using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What a report tells about a rule.</summary>
/// <param name="Control">the title in <see cref="Matrix.Controls"/> it counts under; null when it counts under none</param>
/// <param name="Pass">subjects it holds for</param>
public sealed record RuleSummary(
    string Id, string Fault, string Title, string Why, Severity Severity, ImmutableArray<string> Clauses, string? Control,
    int Pass, int Fail, int Unknown, int NotApplicable)
{
    /// <summary>Null while the severity is the rule's own.</summary>
    public RuleOverride? Override { get; init; }
}
