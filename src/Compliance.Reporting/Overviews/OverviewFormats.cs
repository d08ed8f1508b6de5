using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats that have an overview; of the others there is a report for each cluster, and none above.</summary>
public static class OverviewFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IOverviewRenderer> Create)> Table =
    [
        (TextRenderer.Name, options => new OverviewTextRenderer(options)),
        (JsonRenderer.Name, _ => new OverviewJsonRenderer()),
        (HtmlRenderer.Name, _ => new OverviewHtmlRenderer()),
        (MarkdownRenderer.Name, _ => new OverviewMarkdownRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when it has no overview.</summary>
    public static IOverviewRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
