using System.Collections.Immutable;
using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary>
/// One <c>-o</c> of a run over several targets: the overview on stdout or in a file, or a folder with a report of each target, and
/// the overview above them where the format has one.
/// </summary>
/// <param name="File">a file; null for stdout or a folder</param>
/// <param name="Folder">a folder; null for stdout or a file</param>
internal sealed record TargetOutput(string Format, string? File, string? Folder)
{
    /// <summary>The name of the overview in a folder; no target can have it.</summary>
    private const string Overview = "index";

    /// <summary>Each without a point: so no file of one format and target is that of another.</summary>
    private static string Extension(string format) => format switch
    {
        "text" => "txt",
        "junit" => "xml",
        "prometheus" => "prom",
        _ => format,
    };

    public bool HasOverview => OverviewFormats.Names.Contains(Format, StringComparer.Ordinal);

    /// <summary>Where the overview goes; null for stdout.</summary>
    public string? OverviewFile => Folder is null ? File : Path.Combine(Folder, $"{Overview}.{Extension(Format)}");

    /// <summary>The report of a target, relative to the folder.</summary>
    public string ReportOf(string target) => $"{target}.{Extension(Format)}";

    /// <exception cref="UsageException">one makes no sense for several targets</exception>
    public static ImmutableArray<TargetOutput> Of(IReadOnlyList<OutputTarget> given) => [.. given.Select(Of)];

    private static TargetOutput Of(OutputTarget given)
    {
        if (given.File is { } path && (path[^1] is '/' || path[^1] == Path.DirectorySeparatorChar || Directory.Exists(path)))
        {
            return new TargetOutput(given.Format, null, path);
        }

        var output = new TargetOutput(given.Format, given.File, null);
        return output.HasOverview
            ? output
            : throw new UsageException(
                $"-o {given.Format}{(given.File is null ? "" : $":{given.File}")}: it tells of one cluster, and --targets may judge several: {(given.Format == "github" ? "leave it out" : $"name a folder for a file of each, such as -o {given.Format}:reports/")}.");
    }
}
