namespace Compliance.Cel.Syntax;

/// <summary>The issues of one compilation.</summary>
internal sealed class IssueList
{
    private readonly List<CelIssue> issues = [];

    public bool HasErrors { get; private set; }

    /// <summary>By place, then in the order found.</summary>
    public IReadOnlyList<CelIssue> InOrder => [.. issues.OrderBy(issue => issue.Start)];

    public void Error(CelIssueKind kind, SourceSpan span, string message, string? suggestion = null)
    {
        HasErrors = true;
        issues.Add(new CelIssue(span.Start, span.Length, kind, CelSeverity.Error, message, suggestion));
    }

    public void Warning(CelIssueKind kind, SourceSpan span, string message)
        => issues.Add(new CelIssue(span.Start, span.Length, kind, CelSeverity.Warning, message, null));
}
