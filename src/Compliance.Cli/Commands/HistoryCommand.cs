using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.History;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>history</c>: the runs that <c>check --history</c> kept.</summary>
internal sealed class HistoryCommand
{
    private readonly Terminal terminal;
    private readonly Option<string> file = new("--history")
    {
        Description = "the file that check --history appends to",
        HelpName = "FILE",
        DefaultValueFactory = _ => "history.db",
        Recursive = true,
    };

    private HistoryCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var history = new HistoryCommand(terminal);
        var output = OutputTarget.Option(HistoryFormats.Names);
        var command = new Command("history", "List the runs that check --history kept") { history.file, output, history.Show(), history.Prune() };
        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output), HistoryFormats.Names);
            var runs = history.Read(parsed);
            history.Write(targets, (format, options, stream) => HistoryFormats.Find(format, options)!.Runs(runs, stream));
            return ExitCode.Compliant;
        });
        return command;
    }

    private Command Show()
    {
        var id = new Argument<long>("RUN") { Description = "the number of a run, as history lists it" };
        var output = OutputTarget.Option(HistoryFormats.Names);
        var command = new Command("show", "Show one run: its counts and its findings") { id, output };
        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output), HistoryFormats.Names);
            var runs = Read(parsed);
            var (series, run) = runs.SelectMany(one => one.Runs.Select(run => (Series: one, Run: run))).FirstOrDefault(pair => pair.Run.Id == parsed.GetValue(id));
            _ = run ?? throw new UsageException($"there is no run {parsed.GetValue(id)} in {parsed.GetRequiredValue(file)}: \"pve-compliance history\" lists those there are.");
            Write(targets, (format, options, stream) => HistoryFormats.Find(format, options)!.Run(run, DriftLedger.Of(series, run), stream));
            return ExitCode.Compliant;
        });
        return command;
    }

    private Command Prune()
    {
        var age = new Option<string>("--older-than") { Description = "the age of the runs to remove, in days, such as 400d", Required = true };
        var command = new Command("prune", "Remove old runs; since when a finding is there stays known") { age };
        command.SetAction(parsed =>
        {
            var days = DaysOf(parsed.GetRequiredValue(age));
            var pruned = HistoryFile.Prune(parsed.GetRequiredValue(file), terminal.Clock.GetUtcNow().AddDays(-days));
            terminal.Error.WriteLine($"removed {pruned} {(pruned == 1 ? "run" : "runs")}");
            return ExitCode.Compliant;
        });
        return command;
    }

    private ImmutableArray<RunSeries> Read(ParseResult parsed) => HistoryFile.Read(parsed.GetRequiredValue(file));

    private void Write(IReadOnlyList<OutputTarget> targets, Action<string, ReportOptions, Stream> render)
        => OutputTarget.Write(targets, terminal, mayUseColor: true, render);

    private static int DaysOf(string text)
        => text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, null, out var days) && days is > 0 and < 100_000
            ? days
            : throw new UsageException($"--older-than \"{text}\" is no age: write days, such as 400d.");
}
