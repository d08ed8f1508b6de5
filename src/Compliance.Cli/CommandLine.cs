using System.CommandLine;
using System.CommandLine.Invocation;
using Compliance.Cli.Commands;
using Compliance.Cli.Logging;

namespace Compliance.Cli;

/// <summary>The whole program behind its arguments.</summary>
public static class CommandLine
{
    private const string Name = "pve-compliance";

    /// <summary>Runs one command. Never throws for what a user did; the exit code is one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        using var log = new RunLog(terminal.Error, terminal.Clock);
        terminal = terminal with { Error = log, Log = log };
        var root = Root(terminal);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            // "Required command was not provided" comes first even when a misspelt one was; the last error is the cause.
            var message = string.Join(' ', parsed.Errors[^1].Message.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
            await terminal.Error.WriteLineAsync($"{Name}: {message}").ConfigureAwait(false);
            await terminal.Error.WriteLineAsync($"Try: {NameOf(parsed.CommandResult.Command)} --help").ConfigureAwait(false);
            return ExitCode.BadInput;
        }

        log.Form = LogOption.Of(parsed);
        using var output = new StreamWriter(terminal.Output, leaveOpen: true) { NewLine = "\n" };
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = terminal.Error };
        return await Faults.GuardAsync(() => parsed.InvokeAsync(configuration), terminal).ConfigureAwait(false);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            """
            Policy as code for Proxmox VE backups: judges a live cluster, or an inventory of it, against your backup runbook.

            Exit codes: 0 compliant, 1 findings, 2 bad input or usage, 3 could not assess.
            """)
        {
            CheckCommand.Create(terminal),
            ReadyCommand.Create(terminal),
            DrillCommand.Create(terminal),
            BaselineCommand.Create(terminal),
            HistoryCommand.Create(terminal),
            TrendCommand.Create(terminal),
            NotifyCommand.Create(terminal),
            CollectCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            InitCommand.Create(terminal),
            LintCommand.Create(terminal),
            TestCommand.Create(terminal),
            CoverageCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            FactsCommand.Create(terminal),
            HostBackupCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        root.HelpName = Name;
        return root;
    }

    private static string NameOf(Command command) => command is RootCommand ? Name : $"{Name} {command.Name}";
}
