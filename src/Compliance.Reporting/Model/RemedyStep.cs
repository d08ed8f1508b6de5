using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One thing to do that settles several findings, whatever rules they are of.</summary>
/// <param name="Fix">the command or step they share</param>
/// <param name="Findings">two at least</param>
internal sealed record RemedyStep(string Fix, ImmutableArray<Finding> Findings)
{
    /// <summary>Those that settle most first.</summary>
    public static ImmutableArray<RemedyStep> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.Where(finding => finding.Fix is not null)
            .GroupBy(finding => finding.Fix!, StringComparer.Ordinal)
            .Where(step => step.Skip(1).Any())
            .Select(step => new RemedyStep(step.Key, [.. step]))
            .OrderByDescending(step => step.Findings.Length),
    ];
}
