using System.Diagnostics;

namespace Compliance.TestSupport;

/// <summary>What a program said and how it ended; 127, as in a shell, when it is not installed.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public static async Task<ProgramRun> OfAsync(string program, string folder, params string[] args)
    {
        if (PathOf(program) is null)
        {
            return new ProgramRun(127, "", $"{program} is not installed");
        }

        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, output, await error);
    }

    /// <summary>Where PATH has the program, or null.</summary>
    public static string? PathOf(string program)
        => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
