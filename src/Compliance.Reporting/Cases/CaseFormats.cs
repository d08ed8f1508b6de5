using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of a run of cases. A new format is one renderer and one line here.</summary>
public static class CaseFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, ICaseRenderer> Create)> Table =
    [
        ("text", options => new CaseTextRenderer(options)),
        ("json", _ => new CaseJsonRenderer()),
        ("junit", _ => new CaseJUnitRenderer()),
    ];

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static ICaseRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
