using System.CommandLine;
using Compliance.Cli.Logging;
using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.Cli.Commands;

/// <summary><c>collect</c>: writes what the token sees of a cluster to a file that <c>check --inventory</c> reads.</summary>
internal static class CollectCommand
{
    public static Command Create(Terminal terminal)
    {
        var connection = new ConnectionOptions();
        var output = new Option<string>("--output", "-o")
        {
            Description = "file to write, or - for stdout",
            DefaultValueFactory = _ => "inventory.json",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "record also the archives in the places that this policy names under host-archives, which are read where this runs",
        };
        var backupServer = new BackupServerInput();
        var runLock = RunLock.Option();
        var log = LogOption.Create();
        var command = new Command("collect", "Write an inventory of the live cluster: no secret is in it") { output, policy, backupServer.Option, runLock, log };
        foreach (var option in connection.All)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            if (!connection.IsGiven(parsed))
            {
                throw new UsageException("no cluster to read: give --url https://HOST:8006.");
            }

            using var held = RunLock.Take(parsed.GetValue(runLock), terminal.Clock);
            Policy? declared = null;
            if (parsed.GetValue(policy) is { } repository)
            {
                if (PolicyInput.Load(repository, [], terminal) is not { } input)
                {
                    return ExitCode.BadInput;
                }

                declared = input.Repository.Policy;
            }

            var inventory = await LiveInventory.CollectAsync(connection.Read(parsed, terminal), CollectionScope.Everything, terminal, declared is not null && BackupServerInput.NeedsSystemTrust(declared), cancellation).ConfigureAwait(false);
            if (declared is not null)
            {
                var server = backupServer.Reader(parsed, declared, inventory, terminal);
                inventory = await HostArchiveInput.WithAsync(inventory, declared, server, cancellation).ConfigureAwait(false);
            }

            return Write(inventory, parsed.GetRequiredValue(output), terminal);
        });
        return command;
    }

    private static int Write(Inventory inventory, string file, Terminal terminal)
    {
        if (file == "-")
        {
            terminal.Output.Write(InventoryFile.Format(inventory));
            return ExitCode.Compliant;
        }

        OutputFile.Write(file, stream => stream.Write(InventoryFile.Format(inventory)));
        if (terminal.Log is { Form: not LogForm.People } log)
        {
            log.Info(
                "wrote an inventory", ("file", file), ("nodes", inventory.Nodes.Rows.Length), ("guests", inventory.Guests.Rows.Length),
                ("jobs", inventory.Jobs.Rows.Length), ("storages", inventory.Storages.Rows.Length));
            return ExitCode.Compliant;
        }

        terminal.Error.WriteLine(
            $"wrote {file}: {inventory.Nodes.Rows.Length} nodes, {inventory.Guests.Rows.Length} guests, {inventory.Jobs.Rows.Length} jobs, {inventory.Storages.Rows.Length} storages");
        return ExitCode.Compliant;
    }
}
