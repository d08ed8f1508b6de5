using Compliance.Cli.Tests.Commands;
using Compliance.LoopbackProxmox;
using YamlDotNet.RepresentationModel;

namespace Compliance.Cli.Tests.Formats;

/// <summary>The templates for CI: each command line in them is run by bash as it stands, in a copy of the sample, with the built program on the PATH.</summary>
public sealed class IntegrationTests
{
    private static readonly string[] Templates = ["samples/ci/github-workflow.yml", "samples/ci/gitlab-ci.yml", ".pre-commit-hooks.yaml"];

    [SkippableTheory]
    [InlineData("samples/ci/github-workflow.yml", "compliant", 0)]
    [InlineData("samples/ci/github-workflow.yml", "drifted", 1)]
    [InlineData("samples/ci/gitlab-ci.yml", "compliant", 0)]
    [InlineData("samples/ci/gitlab-ci.yml", "drifted", 1)]
    [InlineData(".pre-commit-hooks.yaml", "compliant", 0)]
    public async Task Every_command_runs_and_leaves_the_files_that_are_uploaded(string template, string estate, int exitCodeOfCheck)
    {
        var bash = Shell.Find("bash");
        Skip.If(bash is null, "bash is not installed");
        var document = Parse(template);
        var commands = Commands(document).ToList();
        commands.Should().Contain(command => command.StartsWith("pve-compliance lint", StringComparison.Ordinal));
        await using var server = await ReplayServer.StartAsync(Samples.Recording(estate));
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        var variables = new Dictionary<string, string>
        {
            ["PVE_TOKEN"] = server.Recording.Tokens["audit"],
            ["PVE_URL"] = server.Url.AbsoluteUri,
            ["PVE_FINGERPRINT"] = server.Fingerprint,
            ["GITHUB_STEP_SUMMARY"] = folder.PathOf("summary.md"),
        };

        foreach (var command in commands)
        {
            var (exitCode, output) = await Shell.RunAsync(bash, ["-eo", "pipefail", "-c", command], folder.Path, variables);
            exitCode.Should().Be(command.StartsWith("pve-compliance check", StringComparison.Ordinal) ? exitCodeOfCheck : 0, $"{command}\n{output}");
        }

        foreach (var file in Uploads(document))
        {
            new FileInfo(folder.PathOf(file)).Length.Should().BePositive(file);
        }
    }

    [Fact]
    public void Every_template_has_the_uploads_it_promises()
    {
        Uploads(Parse(Templates[0])).Should().Equal("lint.sarif", "check.sarif", "check.html");
        Uploads(Parse(Templates[1])).Should().Equal("gl-code-quality-report.json", "lint.xml", "check.html", "check.xml");
    }

    [SkippableFact]
    public async Task A_commit_with_a_broken_policy_is_refused()
    {
        var bash = Shell.Find("bash");
        Skip.If(bash is null, "bash is not installed");
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", "nmae: x\n");

        foreach (var command in Templates.SelectMany(template => Commands(Parse(template))).Where(command => command.StartsWith("pve-compliance lint", StringComparison.Ordinal)))
        {
            var (exitCode, output) = await Shell.RunAsync(bash, ["-eo", "pipefail", "-c", command], folder.Path);
            (exitCode, output.Contains("POL012", StringComparison.Ordinal)).Should().Be((ExitCode.BadInput, true), output);
        }
    }

    [Fact]
    public void The_hook_has_what_pre_commit_demands()
    {
        var hook = (YamlMappingNode)((YamlSequenceNode)Parse(".pre-commit-hooks.yaml")).Children.Single();

        hook.Children.Keys.Select(key => key.ToString()).Should().Contain(["id", "name", "entry", "language"]);
        hook["pass_filenames"].ToString().Should().Be("false", "lint takes one folder");
    }

    private static YamlNode Parse(string template)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read(template)));
        return stream.Documents.Single().RootNode;
    }

    // "run" of a workflow, "script" of GitLab, "entry" and "args" of pre-commit, in the order they are written.
    private static IEnumerable<string> Commands(YamlNode node) => node switch
    {
        YamlMappingNode map when map.Children.TryGetValue("entry", out var entry) => [$"{entry} {string.Join(' ', (YamlSequenceNode)map["args"])}"],
        YamlMappingNode map => map.Children.SelectMany(pair => (pair.Key.ToString(), pair.Value) switch
        {
            ("run", YamlScalarNode run) => [run.Value!],
            ("script", YamlSequenceNode script) => script.Children.Select(line => line.ToString()),
            _ => Commands(pair.Value),
        }),
        YamlSequenceNode list => list.Children.SelectMany(Commands),
        _ => [],
    };

    private static IEnumerable<string> Uploads(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => (pair.Key.ToString(), pair.Value) switch
        {
            ("sarif_file" or "path" or "codequality" or "junit", YamlScalarNode file) => [file.Value!],
            ("paths", YamlSequenceNode files) => files.Children.Select(file => file.ToString()),
            _ => Uploads(pair.Value),
        }),
        YamlSequenceNode list => list.Children.SelectMany(Uploads),
        _ => [],
    };
}
