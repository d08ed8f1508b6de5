namespace Compliance.Reporting;

/// <summary>Expressions may be written over several lines; beside a value they stand on one.</summary>
internal static class OneLine
{
    /// <summary>With one blank for each run of line ends and the blanks around them. Line ends inside a text of the expression are its own, and stay.</summary>
    public static string Of(string expression)
        => string.Join(' ', expression.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
}
