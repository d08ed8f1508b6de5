using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>The formats of <c>lint</c> that forges and other programs read; its text and its own JSON show more.</summary>
public static class LintFormats
{
    private static readonly ImmutableArray<(string Name, Action<LintRun, Stream> Write)> Table =
    [
        (JUnitDocument.Name, (run, output) => JUnitDocument.Write(JUnitLint.Of(run), output)),
        (GitHubCommands.Name, (run, output) => GitHubCommands.Write(AnnotatedLint.Of(run), output)),
        (GitLabReport.Name, (run, output) => GitLabReport.Write(AnnotatedLint.Of(run), output)),
        (SarifDocument.Name, (run, output) => SarifDocument.Write(AnnotatedLint.Of(run), output)),
    ];

    /// <summary>All names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(format => format.Name)];

    /// <summary>Writes a run; the stream stays open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such format</exception>
    /// <exception cref="IOException">the stream cannot be written</exception>
    public static void Write(string format, LintRun run, Stream output)
    {
        var write = Table.FirstOrDefault(entry => entry.Name == format).Write ?? throw new ArgumentOutOfRangeException(nameof(format), format, null);
        write(run, output);
    }
}
