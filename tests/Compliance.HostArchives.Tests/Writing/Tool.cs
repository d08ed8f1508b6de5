using System.Diagnostics;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>Runs a program that must succeed.</summary>
internal static class Tool
{
    public static string Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error.Result);
        return output.Result + error.Result;
    }
}
