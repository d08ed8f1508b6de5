using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>init</c>: writes a repository where none is, and never over one.</summary>
public sealed class InitTests
{
    [Fact]
    public async Task It_writes_a_repository_that_lints_and_names_the_next_two_commands()
    {
        using var folder = new TemporaryFolder();
        var target = folder.PathOf("new/policy");
        var run = await InitAsync(target);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        run.Output.Should().Be(
            $"""
            wrote {target}/policy.yaml: 4 tiers, and 6 guests and jobs in none of them, each with the reason
            next, after reading what is marked guessed:
              pve-compliance lint {target}
              pve-compliance check --policy {target} --inventory FILE   (or --url https://HOST:8006)

            """);
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(target, file))
            .Should().BeEquivalentTo("policy.yaml", "schemas/policy.schema.json", "evidence/README.md");
        File.ReadAllText(Path.Combine(target, "schemas/policy.schema.json")).Should().Be(Repository.Read("schemas/policy.schema.json"));
        File.ReadAllText(Path.Combine(target, "policy.yaml")).Should().Be(Repository.Read("tests/Compliance.Cli.Tests/goldens/init/drifted.yaml"));

        var lint = await CommandRun.OfAsync(["lint", target], token: null);
        lint.ExitCode.Should().Be(ExitCode.Compliant, lint.Output);
        lint.Output.Should().Contain(", 0 warnings, no errors");
    }

    [Fact]
    public async Task The_evidence_it_shows_in_its_guide_is_valid()
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder.Path);
        var guide = File.ReadAllText(folder.PathOf("evidence/README.md"));
        folder.File("evidence/reviews.yaml", guide.Split("```yaml\n")[1].Split("```")[0]);
        var lint = await CommandRun.OfAsync(["lint", folder.Path], token: null);
        lint.Output.Should().Contain(", 0 warnings, no errors");
    }

    [Theory]
    [InlineData("policy.yaml")]
    [InlineData("policy.yml")]
    public async Task It_refuses_a_folder_that_holds_a_policy_and_touches_nothing(string name)
    {
        using var folder = new TemporaryFolder();
        folder.File(name, "name: mine\n");
        (await InitAsync(folder.Path)).ShouldFailWith(ExitCode.BadInput, $"already holds a {name}");
        Directory.EnumerateFileSystemEntries(folder.Path).Should().ContainSingle();
        File.ReadAllText(folder.PathOf(name)).Should().Be("name: mine\n");
    }

    [Fact]
    public async Task It_leaves_the_guide_and_the_schema_that_are_there()
    {
        using var folder = new TemporaryFolder();
        folder.File("evidence/README.md", "ours\n");
        (await InitAsync(folder.Path)).ExitCode.Should().Be(ExitCode.Compliant);
        File.ReadAllText(folder.PathOf("evidence/README.md")).Should().Be("ours\n");
    }

    [Fact]
    public async Task It_refuses_a_file_and_needs_something_to_draft_from()
    {
        using var folder = new TemporaryFolder();
        (await InitAsync(folder.File("notes.txt", ""))).ShouldFailWith(ExitCode.BadInput, "is no folder");
        (await CommandRun.OfAsync(["init", folder.Path], token: null)).ShouldFailWith(ExitCode.BadInput, "nothing to draft from: give --url https://HOST:8006");
    }

    [Fact]
    public async Task Live_and_from_a_file_it_drafts_the_same()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        var run = await CommandRun.OfAsync(
            ["init", folder.Path, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint], server.Recording.Tokens["audit"]);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        var approved = Repository.Read("tests/Compliance.Cli.Tests/goldens/init/compliant.yaml");
        WithoutMoment(File.ReadAllText(folder.PathOf("policy.yaml"))).Should().Be(WithoutMoment(approved));
    }

    // The moment of a live run is now.
    private static string WithoutMoment(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("# Drafted by", StringComparison.Ordinal)));

    private static Task<CommandRun> InitAsync(string folder)
        => CommandRun.OfAsync(["init", folder, "--inventory", Samples.Inventory("drifted")], token: null);
}
