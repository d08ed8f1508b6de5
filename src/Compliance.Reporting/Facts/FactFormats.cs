using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of the reference of facts.</summary>
public static class FactFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IFactRenderer> Create)> Table =
    [
        ("text", options => new FactTextRenderer(options)),
        ("json", _ => new FactJsonRenderer()),
        ("md", _ => new FactMarkdownRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static IFactRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
