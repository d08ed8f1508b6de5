using System.Diagnostics;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The program without SQLite's library beside it, as a process of its own: as if one of the two files of a release was forgotten.</summary>
public sealed class MissingLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("trend")]
    [InlineData("history")]
    [InlineData("check")]
    public async Task What_needs_a_history_says_what_to_install(string command)
    {
        var history = folder.PathOf("history.db");
        File.Copy(Repository.PathOf("samples/month/history.db"), history);

        (await RunAsync(Arguments(command, history))).ShouldFailWith(
            ExitCode.CouldNotAssess, $"cannot use {history}: libe_sqlite3.so is not beside the program. Install both files of the release into one directory, or leave --history out.");
    }

    [Fact]
    public async Task A_first_run_is_refused_before_anything_is_judged_and_makes_no_file()
    {
        var history = folder.PathOf("new.db");

        (await RunAsync(Arguments("check", history))).ShouldFailWith(ExitCode.CouldNotAssess, "libe_sqlite3.so is not beside the program");
        File.Exists(history).Should().BeFalse();
    }

    [Fact]
    public async Task What_needs_none_works_without()
        => (await RunAsync(Arguments("check", history: null))).ExitCode.Should().Be(ExitCode.Compliant);

    public void Dispose() => folder.Dispose();

    private static List<string> Arguments(string command, string? history)
    {
        string[] what = command == "check" ? ["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("compliant")] : [command];
        return history is null ? [.. what] : [.. what, "--history", history];
    }

    // Without the list of dependencies, which names the library, the host takes what lies in the folder: everything but runtimes/.
    private async Task<CommandRun> RunAsync(List<string> arguments)
    {
        var program = Directory.CreateDirectory(folder.PathOf("program")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "pve-compliance.runtimeconfig.json")))
        {
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "pve-compliance.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }
}
