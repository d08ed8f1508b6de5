using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats there are. A new format is one renderer and one line here.</summary>
public static class ReportFormats
{
    private static readonly ImmutableArray<(string Name, Func<ReportOptions, IReportRenderer> Create)> Table =
    [
        (TextRenderer.Name, options => new TextRenderer(options)),
        (JsonRenderer.Name, _ => new JsonRenderer()),
        (SarifDocument.Name, options => new AnnotationRenderer(SarifDocument.Name, options.Sources, SarifDocument.Write)),
        (JUnitDocument.Name, options => new JUnitRenderer(options.Sources)),
        (GitHubCommands.Name, options => new AnnotationRenderer(GitHubCommands.Name, options.Sources, GitHubCommands.Write)),
        (GitLabReport.Name, options => new AnnotationRenderer(GitLabReport.Name, options.Sources, GitLabReport.Write)),
        (PrometheusRenderer.Name, _ => new PrometheusRenderer()),
        (NagiosRenderer.Name, _ => new NagiosRenderer()),
        (HtmlRenderer.Name, _ => new HtmlRenderer()),
        (MarkdownRenderer.Name, _ => new MarkdownRenderer()),
    ];

    /// <summary>The one whose line a monitoring system reads together with the exit code.</summary>
    public const string Plugin = NagiosRenderer.Name;

    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>The renderer of a format; null when there is no such format.</summary>
    public static IReportRenderer? Find(string name, ReportOptions options)
        => Table.FirstOrDefault(format => format.Name == name).Create?.Invoke(options);
}
