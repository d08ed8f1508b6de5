using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of a plan of restore tests.</summary>
public static class DrillFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IDrillRenderer> Create)> Table =
    [
        ("text", options => new DrillTextRenderer(options)),
        ("json", _ => new DrillJsonRenderer()),
        ("md", _ => new DrillMarkdownRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static IDrillRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
