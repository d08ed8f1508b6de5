namespace Compliance.Cli.Tests.Commands;

/// <summary>Whatever is in a policy repository, <c>lint</c> ends with 0 or 2, in every format, and says the same twice.</summary>
public class HostileLintTests
{
    private static readonly string[] Files =
    [
        "policy.yaml", "rules/ACME101-x.yaml", "rules/cases/ACME101.yaml", "evidence/records.yaml", "waivers.yaml", "changes/2026.yaml", "runbook.md", "runbook.md.lock",
    ];

    /// <summary>Beside text on stdout, each to a file; the annotations of GitHub go to stdout only.</summary>
    private static readonly string[] Formats = ["json", "sarif", "junit", "gitlab"];

    public static TheoryData<string> Texts => [.. HostileTexts.All.Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Every_file_may_hold_anything(string name)
    {
        var content = HostileTexts.All.Single(text => text.Name == name).Content;
        foreach (var file in Files)
        {
            using var folder = new TemporaryFolder();
            Samples.CopyRecords(folder);
            folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
            await File.WriteAllBytesAsync(folder.File(file, ""), content);

            var (first, second) = (await LintAsync(folder), await LintAsync(folder));
            var annotated = await CommandRun.OfAsync(["lint", folder.Path, "-o", "github"], token: null);

            first.ExitCode.Should().BeOneOf(ExitCode.Compliant, ExitCode.BadInput);
            first.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(Formats.Length).And.OnlyContain(line => line.StartsWith("wrote ", StringComparison.Ordinal));
            first.Output.Should().NotBeEmpty().And.Be(second.Output, "{0} in {1}", name, file);
            (annotated.ExitCode, annotated.Error).Should().Be((first.ExitCode, ""));
            (first.Output.Contains(" error POL", StringComparison.Ordinal) ? ExitCode.BadInput : ExitCode.Compliant).Should().Be(first.ExitCode);
        }
    }

    private static Task<CommandRun> LintAsync(TemporaryFolder folder) => CommandRun.OfAsync(
        ["lint", folder.Path, "-o", "text", .. Formats.SelectMany(format => (string[])["-o", $"{format}:{folder.PathOf("out." + format)}"])], token: null);
}
