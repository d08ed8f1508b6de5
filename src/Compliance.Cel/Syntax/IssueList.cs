using Compliance.Cel.Checking;

namespace Compliance.Cel.Syntax;

/// <summary>The issues of one compilation.</summary>
internal sealed class IssueList
{
    /// <summary>Nobody reads more, and looking for what was meant instead takes time for each.</summary>
    private const int MostErrors = 100;

    private readonly List<CelIssue> issues = [];
    private int errors;

    public bool HasErrors { get; private set; }

    /// <summary>By place, then in the order found.</summary>
    public IReadOnlyList<CelIssue> InOrder => [.. issues.OrderBy(issue => issue.Start)];

    /// <summary>True once so many errors were found that looking for more is no use.</summary>
    public bool IsFull => errors > MostErrors;

    public void Error(CelIssueKind kind, SourceSpan span, string message, Suggestion? suggestion = null)
    {
        HasErrors = true;
        if (++errors > MostErrors)
        {
            if (errors == MostErrors + 1)
            {
                issues.Add(new CelIssue(span.Start, span.Length, CelIssueKind.Limit, CelSeverity.Error, $"there are more than {MostErrors} faults; those after this one are not listed", null));
            }

            return;
        }

        issues.Add(new CelIssue(span.Start, span.Length, kind, CelSeverity.Error, message, suggestion?.Text) { IsSlip = suggestion is { IsSlip: true } });
    }

    public void Warning(CelIssueKind kind, SourceSpan span, string message)
    {
        if (issues.Count <= MostErrors)
        {
            issues.Add(new CelIssue(span.Start, span.Length, kind, CelSeverity.Warning, message, null));
        }
    }
}
