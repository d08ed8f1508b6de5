namespace Compliance.Reporting;

/// <summary>What the place a report goes to can show. The text format asks for it, and what forges show for the paths.</summary>
public sealed record ReportOptions
{
    /// <summary>ANSI colours. Default: none.</summary>
    public bool UseColor { get; init; }

    /// <summary>Columns to wrap at; null for no limit, one finding a line. Default: 100.</summary>
    public int? Width { get; init; } = 100;

    /// <summary>Where the policy lies, for formats that a forge shows at its lines. Default: at the root of its repository.</summary>
    public SourceRoot Sources { get; init; } = SourceRoot.Itself;
}
