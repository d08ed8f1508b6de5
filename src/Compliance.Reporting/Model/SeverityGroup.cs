using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Failed findings of one severity; at least one.</summary>
internal sealed record SeverityGroup(Severity Severity, int Count, ImmutableArray<RuleGroup> Rules)
{
    /// <summary>Such as <c>Errors</c>.</summary>
    public string Title => Severity switch
    {
        Severity.Error => "Errors",
        Severity.Warning => "Warnings",
        _ => "Info",
    };

    /// <summary>What is to be done once for several of them.</summary>
    public ImmutableArray<RemedyStep> Steps { get; } = RemedyStep.Of(Rules.SelectMany(rule => rule.Findings));

    /// <summary>The findings of no such step, by rule.</summary>
    public ImmutableArray<RuleGroup> Single
    {
        get
        {
            var shared = Steps.Select(step => step.Fix).ToHashSet(StringComparer.Ordinal);
            return RuleGroup.Of(Rules.SelectMany(rule => rule.Findings).Where(finding => finding.Fix is null || !shared.Contains(finding.Fix)));
        }
    }

    /// <summary>Worst first.</summary>
    public static ImmutableArray<SeverityGroup> Of(IEnumerable<Finding> failed) =>
    [
        .. failed.GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => new SeverityGroup(group.Key, group.Count(), RuleGroup.Of(group))),
    ];
}
