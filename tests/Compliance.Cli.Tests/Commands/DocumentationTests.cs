using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Compliance.Cli.Tests.Commands;

/// <summary>What the pages in docs/ show is what happens: their files are written, their commands run, in order, in a copy of the sample.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}")];

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_gives_what_the_page_shows(string page)
    {
        Skip.IfNot(File.Exists("/bin/bash"), "the commands are those of a shell");
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        foreach (var estate in (string[])["compliant", "drifted"])
        {
            folder.File($"inventories/{estate}.json", Repository.Read($"samples/homelab/inventories/{estate}.json"));
        }

        var text = Repository.Read(page);
        var run = new StringBuilder();
        var at = 0;
        foreach (Match block in Blocks().Matches(text))
        {
            run.Append(text, at, block.Index - at);
            at = block.Index + block.Length;
            run.Append(await BlockAsync(block, folder));
        }

        run.Append(text, at, text.Length - at);
        Approved.Verify(run.ToString(), page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Everything_a_page_links_to_is_there(string page)
        => Links().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)
            .Where(link => !link.StartsWith("http", StringComparison.Ordinal))
            .Should().OnlyContain(link => Path.Exists(Repository.PathOf(Path.Combine("docs", link))));

    private static async Task<string> BlockAsync(Match block, TemporaryFolder folder)
    {
        var (kind, content) = (block.Groups["info"].Value, block.Groups["content"].Value);
        if (kind.StartsWith("yaml file=", StringComparison.Ordinal))
        {
            folder.File(kind["yaml file=".Length..], content);
        }
        else if (kind.StartsWith("yaml append=", StringComparison.Ordinal))
        {
            File.AppendAllText(folder.PathOf(kind["yaml append=".Length..]), content);
        }
        else if (kind == "console")
        {
            var shown = new StringBuilder("```console\n");
            foreach (var command in Commands(content))
            {
                shown.Append("$ ").Append(string.Join("\n> ", command.Split('\n')).Replace("> \n", ">\n")).Append('\n').Append(await RunAsync(command, folder.Path));
            }

            return shown.Append("```\n").ToString();
        }

        return block.Value;
    }

    // A line that begins with "$ " is a command, lines with ">" continue it, and the rest is what it wrote.
    private static IEnumerable<string> Commands(string content)
    {
        string? command = null;
        foreach (var line in content.Split('\n'))
        {
            if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                if (command is not null)
                {
                    yield return command;
                }

                command = line[2..];
            }
            else if (command is not null && (line == ">" || line.StartsWith("> ", StringComparison.Ordinal)))
            {
                command += "\n" + (line.Length > 2 ? line[2..] : "");
            }
        }

        if (command is not null)
        {
            yield return command;
        }
    }

    private static async Task<string> RunAsync(string command, string folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", $"{{ {command}\n}} 2>&1"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}", ["NO_COLOR"] = "1" },
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0 ? output : $"{output}(exit code {shell.ExitCode})\n";
    }

    [GeneratedRegex("^```(?<info>[^\n`]+)\n(?<content>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Links();
}
