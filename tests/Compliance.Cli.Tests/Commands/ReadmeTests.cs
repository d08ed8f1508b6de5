using System.Text.RegularExpressions;

namespace Compliance.Cli.Tests.Commands;

/// <summary>What the README shows is what happens.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public async Task First_command_checks_the_drifted_sample_and_writes_the_report()
    {
        var line = CommandLines().Single(l => l.StartsWith("dotnet run --project src/Compliance.Cli -- ", StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        var report = folder.PathOf("drift.html");
        var args = line["dotnet run --project src/Compliance.Cli -- ".Length..].Split(' ')
            .Select(arg => arg.StartsWith("samples/", StringComparison.Ordinal) ? Repository.PathOf(arg) : arg)
            .Select(arg => arg.StartsWith("html:", StringComparison.Ordinal) ? $"html:{report}" : arg)
            .ToList();
        var run = await CommandRun.OfAsync(args, token: null);
        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        run.Output.Should().StartWith("DRIFT");
        File.Exists(report).Should().BeTrue();
    }

    [Fact]
    public void Second_command_runs_all_tests()
        => CommandLines().Should().Contain("dotnet test Compliance.sln");

    [Fact]
    public async Task Problem_it_shows_reads_like_that()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace("keep-daily: 7, keep-weekly: 4, keep-monthly: 3", "keep-dialy: 7", StringComparison.Ordinal));
        Samples.CopyRecords(folder);
        var run = await CommandRun.OfAsync(["lint", folder.Path], token: null);
        var shown = Readme.Split('\n').Single(l => l.StartsWith("policy.yaml:", StringComparison.Ordinal));
        run.Output.Should().Contain(shown[shown.IndexOf(' ', StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Everything_it_links_to_is_there()
        => Links().Matches(Readme).Select(m => m.Groups[1].Value)
            .Where(link => !link.StartsWith("http", StringComparison.Ordinal))
            .Should().OnlyContain(link => Path.Exists(Repository.PathOf(link)));

    [Theory]
    [InlineData("check")]
    [InlineData("baseline")]
    [InlineData("collect")]
    [InlineData("doctor")]
    [InlineData("init")]
    [InlineData("lint")]
    [InlineData("coverage")]
    [InlineData("rules")]
    [InlineData("explain")]
    [InlineData("facts")]
    [InlineData("host-backup")]
    [InlineData("history")]
    [InlineData("trend")]
    [InlineData("notify")]
    [InlineData("completion")]
    [InlineData("test")]
    public async Task Every_command_explains_itself(string command)
    {
        var run = await CommandRun.OfAsync($"{command} --help");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("Usage:").And.Contain("pve-compliance");
    }

    private static IEnumerable<string> CommandLines()
        => Readme.Split('\n').Where(l => l.StartsWith("dotnet ", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links();
}
