using System.CommandLine;
using System.Text;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Commands;

/// <summary><c>init</c>: drafts a policy repository from what is live. Writes new files only.</summary>
internal static class InitCommand
{
    private const string PolicyFile = "policy.yaml";

    private const string SchemaFile = "schemas/policy.schema.json";

    private const string EvidenceGuide =
        """
        # Evidence

        What the API cannot prove alone, people record here, in files ending in `.yaml`: restore tests, log reviews, attestations.
        A record is a claim; the live task log corroborates it or contradicts it.

        ```yaml
        log-reviews:
          - of: all
            reviewed: 2026-11-22T18:30:00Z
            by: anna
            found: nothing
        ```

        """;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "folder to write policy.yaml to; one that holds a policy is refused",
            DefaultValueFactory = _ => ".",
        };
        var inventory = new InventoryInput("draft from");
        var command = new Command("init", "Draft a policy repository from what is live; every guess is marked") { folder };
        inventory.AddCurrentTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = parsed.GetRequiredValue(folder);
            Refuse(target);
            var seen = await inventory.ReadAsync(parsed, CollectionScope.Everything, terminal, cancellation).ConfigureAwait(false);
            var draft = PolicyDrafter.Draft(seen);
            Write(target, draft);
            Say(target, draft, terminal);
            return ExitCode.Compliant;
        });
        return command;
    }

    /// <summary>Before anything is asked of a cluster.</summary>
    private static void Refuse(string folder)
    {
        if (folder.Length == 0 || folder.Contains('\0') || File.Exists(folder))
        {
            throw new UsageException($"\"{folder}\" is no folder: give the one that policy.yaml shall be written to.");
        }

        foreach (var name in (string[])[PolicyFile, "policy.yml"])
        {
            if (Path.Exists(Path.Combine(folder, name)))
            {
                throw new UsageException($"\"{folder}\" already holds a {name}, and init never overwrites one: give another folder, or move it away.");
            }
        }
    }

    /// <summary>The policy last: whoever sees it sees the whole repository.</summary>
    private static void Write(string folder, PolicyDraft draft)
    {
        Keep(Path.Combine(folder, SchemaFile), PolicySchema.Read());
        Keep(Path.Combine(folder, "evidence", "README.md"), Encoding.UTF8.GetBytes(EvidenceGuide.ReplaceLineEndings("\n")));
        OutputFile.WriteNew(Path.Combine(folder, PolicyFile), stream => stream.Write(Encoding.UTF8.GetBytes(DraftYaml.Write(draft, SchemaFile))));
    }

    private static void Keep(string path, byte[] content)
    {
        if (!Path.Exists(path))
        {
            OutputFile.WriteNew(path, stream => stream.Write(content));
        }
    }

    private static void Say(string folder, PolicyDraft draft, Terminal terminal)
    {
        using var output = new StreamWriter(terminal.Output, leaveOpen: true) { NewLine = "\n" };
        output.WriteLine($"wrote {Path.Combine(folder, PolicyFile)}: {draft.Tiers.Length} tiers, and {draft.LeftOut.Length} guests and jobs in none of them, each with the reason");
        if (!draft.Unreadable.IsEmpty)
        {
            output.WriteLine("what the token could not see is marked unreadable; pve-compliance doctor says what opens its eyes");
        }

        output.WriteLine("next, after reading what is marked guessed:");
        output.WriteLine($"  pve-compliance lint {folder}");
        output.WriteLine($"  pve-compliance check --policy {folder} --inventory FILE   (or --url https://HOST:8006)");
    }
}
