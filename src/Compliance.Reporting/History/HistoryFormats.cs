using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of a history.</summary>
public static class HistoryFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IHistoryRenderer> Create)> Table =
    [
        ("text", options => new HistoryTextRenderer(options)),
        ("json", _ => new HistoryJsonRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static IHistoryRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
