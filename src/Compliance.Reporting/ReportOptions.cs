namespace Compliance.Reporting;

/// <summary>What the place a report goes to can show. Only the text format asks.</summary>
public sealed record ReportOptions
{
    /// <summary>ANSI colours. Default: none.</summary>
    public bool UseColor { get; init; }

    /// <summary>Columns to wrap at; null for no limit, one finding a line. Default: 100.</summary>
    public int? Width { get; init; } = 100;
}
