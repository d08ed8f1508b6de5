using System.CommandLine;

namespace Compliance.Cli.Commands;

/// <summary>
/// <c>completion</c>: prints a script for a shell. The script asks this program for candidates (the <c>[suggest]</c> directive of
/// System.CommandLine), so it needs no change when options do.
/// </summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Print a script that completes commands, options and their values in a shell") { shell };
        command.SetAction(parsed =>
        {
            using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{parsed.GetRequiredValue(shell)}")!;
            script.CopyTo(terminal.Output);
            return ExitCode.Compliant;
        });
        return command;
    }
}
