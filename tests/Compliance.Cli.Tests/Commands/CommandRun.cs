using System.Text;

namespace Compliance.Cli.Tests.Commands;

/// <summary>One run of the program in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs as if typed at a prompt without a terminal; words are separated by blanks.</summary>
    public static Task<CommandRun> OfAsync(string line) => OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), token: null);

    public static Task<CommandRun> OfAsync(IReadOnlyList<string> args, string? token) => OfAsync(args, name => name == "PVE_TOKEN" ? token : null);

    /// <param name="variable">the environment</param>
    public static async Task<CommandRun> OfAsync(IReadOnlyList<string> args, Func<string, string?> variable)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(
            output, error, IsInteractive: false, UseColor: false, Width: null, TimeProvider.System, variable);
        var code = await CommandLine.RunAsync(args, terminal);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>A fault is said in one line, and shows nothing of the program's inside.</summary>
    public void ShouldFailWith(int exitCode, string because)
    {
        ExitCode.Should().Be(exitCode, Error);
        Output.Should().BeEmpty();
        Error.Trim().Should().Contain(because).And.NotContain("   at ").And.NotContain("Exception");
        Error.Trim().Split('\n').Should().HaveCountLessThanOrEqualTo(2);
    }
}
