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

    /// <summary>Worst first.</summary>
    public static ImmutableArray<SeverityGroup> Of(IEnumerable<Finding> failed) =>
    [
        .. failed.GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => new SeverityGroup(group.Key, group.Count(), RuleGroup.Of(group))),
    ];
}
