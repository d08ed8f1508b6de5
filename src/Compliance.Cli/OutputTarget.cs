using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>One <c>-o FORMAT[:FILE]</c>: what to write, and where; without a file to stdout.</summary>
internal sealed record OutputTarget(string Format, string? File)
{
    private const string GitHub = "github";

    /// <param name="formats">the formats there are, the default first</param>
    public static Option<string[]> Option(ImmutableArray<string> formats)
    {
        var option = new Option<string[]>("--output", "-o")
        {
            Description = $"FORMAT[:FILE], repeatable; formats: {string.Join(", ", formats)} (default: {formats[0]} to stdout)",
            Arity = ArgumentArity.OneOrMore,
            HelpName = "FORMAT[:FILE]",
        };
        option.CompletionSources.Add([.. formats]);
        return option;
    }

    /// <exception cref="UsageException">there is no such format, or two would go to stdout</exception>
    public static IReadOnlyList<OutputTarget> ParseAll(string[]? given, ImmutableArray<string> formats)
    {
        var targets = (given is { Length: > 0 } ? given : [formats[0]]).Select(text => Parse(text, formats)).ToList();
        return targets.Count(target => target.File is null) <= 1
            ? targets
            : throw new UsageException($"two reports cannot both go to stdout: give all but one a file, such as -o {formats[^1]}:report.{formats[^1]}.");
    }

    /// <summary>Writes to each target. Colours and widths are those of the terminal, and of stdout only.</summary>
    public static void Write(
        IReadOnlyList<OutputTarget> targets, Terminal terminal, bool mayUseColor, Action<string, ReportOptions, Stream> render)
        => Write(targets, terminal, mayUseColor, isQuiet: false, render);

    /// <param name="isQuiet">nothing goes to stdout, and nothing is said of the files</param>
    public static void Write(
        IReadOnlyList<OutputTarget> targets, Terminal terminal, bool mayUseColor, bool isQuiet, Action<string, ReportOptions, Stream> render)
    {
        foreach (var target in targets)
        {
            if (target.File is null && isQuiet && target.Format != ReportFormats.Plugin) // a plugin always says its line
            {
                continue;
            }

            if (target.File is null)
            {
                render(target.Format, new ReportOptions { UseColor = mayUseColor && terminal.UseColor, Width = terminal.Width }, terminal.Output);
                continue;
            }

            OutputFile.Write(target.File, stream => render(target.Format, new ReportOptions { Width = null }, stream));
            if (terminal.Log is { Form: not Logging.LogForm.People } log)
            {
                log.Info("wrote a report", ("format", target.Format), ("file", target.File));
            }
            else if (!isQuiet)
            {
                terminal.Error.WriteLine($"wrote {target.File}");
            }
        }
    }

    private static OutputTarget Parse(string text, ImmutableArray<string> formats)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (format, file) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (!formats.Contains(format, StringComparer.Ordinal))
        {
            throw new UsageException($"-o {text}: there is no format \"{format}\"; there are {string.Join(", ", formats)}. To write a file: -o {formats[^1]}:report.{formats[^1]}");
        }

        if (format == GitHub && file is not null)
        {
            throw new UsageException($"-o {text}: GitHub reads these commands from stdout; write -o {GitHub}, and give other formats a file.");
        }

        return file is { Length: 0 }
            ? throw new UsageException($"-o {text}: no file after the colon; leave the colon out for stdout.")
            : new OutputTarget(format, file);
    }
}
