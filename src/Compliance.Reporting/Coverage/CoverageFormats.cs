using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of the traceability matrix.</summary>
public static class CoverageFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, ICoverageRenderer> Create)> Table =
    [
        ("text", options => new CoverageTextRenderer(options)),
        ("json", _ => new CoverageJsonRenderer()),
        ("md", _ => new CoverageMarkdownRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static ICoverageRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
