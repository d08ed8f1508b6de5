using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.History;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>trend</c>: whether it gets better, from the runs that <c>check --history</c> kept.</summary>
internal static class TrendCommand
{
    private const int MostDays = 366;

    public static Command Create(Terminal terminal)
    {
        var file = new Option<string>("--history")
        {
            Description = "the file that check --history appends to",
            HelpName = "FILE",
            DefaultValueFactory = _ => "history.db",
        };
        var days = new Option<int>("--days") { Description = "how many days, back from the newest run", DefaultValueFactory = _ => 30 };
        var ascii = new Option<bool>("--ascii") { Description = "no block characters (also: a locale without UTF-8)" };
        var output = OutputTarget.Option(HistoryFormats.Names);
        var command = new Command("trend", "Show errors, warnings and unknown day by day, and the worst rules") { file, days, ascii, output };
        command.SetAction(parsed =>
        {
            var window = parsed.GetValue(days);
            if (window is < 1 or > MostDays)
            {
                throw new UsageException($"--days {window}: give 1 to {MostDays}, such as 30 or 90.");
            }

            var targets = OutputTarget.ParseAll(parsed.GetValue(output), HistoryFormats.Names);
            var history = HistoryFile.Read(parsed.GetRequiredValue(file));
            ImmutableArray<Trend> trends = [.. history.Where(series => !series.Runs.IsEmpty).Select(series => Trends.Of(series, window))];
            var isAscii = parsed.GetValue(ascii) || !MayShowBlocks(terminal);
            OutputTarget.Write(targets, terminal, mayUseColor: true, (format, options, stream) => Render(format, trends, options, isAscii, stream));
            return ExitCode.Compliant;
        });
        return command;
    }

    // A sparkline that is broken into two lines is none, so lines are as long as they are.
    private static void Render(string format, ImmutableArray<Trend> trends, ReportOptions options, bool isAscii, Stream stream)
    {
        if (format == "json")
        {
            TrendJsonRenderer.Render(trends, stream);
        }
        else
        {
            new TrendRenderer(options with { Width = null }, isAscii).Render(trends, stream);
        }
    }

    // As the C library decides: the first of them that is set. None set is the C locale of services, whose logs take UTF-8.
    private static bool MayShowBlocks(Terminal terminal)
    {
        string?[] locale = [terminal.Variable("LC_ALL"), terminal.Variable("LC_CTYPE"), terminal.Variable("LANG")];
        var set = locale.FirstOrDefault(name => name is { Length: > 0 });
        return set is null || set.Contains("UTF", StringComparison.OrdinalIgnoreCase);
    }
}
