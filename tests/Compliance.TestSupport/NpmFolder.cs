using FluentAssertions;

namespace Compliance.TestSupport;

/// <summary>A temporary folder with the locked packages of a <c>package.json</c> of the tests, as <c>npm ci</c> installs them without running their scripts.</summary>
public sealed class NpmFolder : IDisposable
{
    private static readonly bool IsGate = Environment.GetEnvironmentVariable("CI") == "true";

    private NpmFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Without npm, or without its registry, the test is skipped by name; in CI it fails.</summary>
    /// <param name="source">the folder of the package.json, from the root of the checkout</param>
    /// <param name="wanted">what it is for, as the reason of the skip says it</param>
    public static async Task<NpmFolder> InstallAsync(string source, string wanted)
    {
        var folder = new NpmFolder(Directory.CreateTempSubdirectory("pve-compliance-npm-").FullName);
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf(source), "*.js*"))
            {
                File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
            }

            var install = await folder.RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Skip.If(install.ExitCode != 0 && !IsGate, $"{wanted} could not be installed by npm: {install.Error.Split('\n')[0]}");
            install.ExitCode.Should().Be(0, "CI needs {0}: {1}", wanted, install.Error);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs a program in the folder.</summary>
    public Task<ProgramRun> RunAsync(string program, params string[] args) => ProgramRun.OfAsync(program, Path, args);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
