using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of the gate's answer.</summary>
public static class ReadinessFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IReadinessRenderer> Create)> Table =
    [
        ("text", options => new ReadinessTextRenderer(options)),
        ("json", _ => new ReadinessJsonRenderer()),
        ("ticket", _ => new ReadinessTicketRenderer()),
        ("md", _ => new ReadinessMarkdownRenderer()),
        ("html", _ => new ReadinessHtmlRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static IReadinessRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
