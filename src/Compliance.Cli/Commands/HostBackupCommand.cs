using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Cli.HostBackups;
using Compliance.HostArchives.Writing;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>host-backup</c>: run on a node, saves the node's own configuration, which vzdump never does.</summary>
internal static class HostBackupCommand
{
    private static readonly ImmutableArray<string> Formats = ["text", "json"];

    public static Command Create(Terminal terminal)
    {
        var to = new Option<string>("--to")
        {
            Description = "directory for the archives, on another disk than the host's own; made (0700) when it is missing and the one above is there",
            Required = true,
        };
        var root = new Option<string>("--root") { Description = "where the node's file system begins", DefaultValueFactory = _ => "/" };
        var requireMount = new Option<bool>("--require-mount") { Description = "write nothing while --to lies in the host's own file system: a backup disk that is not mounted" };
        var dryRun = new Option<bool>("--dry-run") { Description = "say what would be written and deleted, and change nothing" };
        var output = OutputTarget.Option(Formats);
        var demand = new HostBackupDemand();
        var command = new Command(
            "host-backup",
            "Save this node's own configuration: /etc/pve with a consistent copy of its database, network, disks, boot; no network")
        {
            to, root, requireMount, dryRun, output,
        };
        demand.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, () =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output), Formats);
            if (demand.Read(parsed, terminal) is not { } wanted)
            {
                return ExitCode.BadInput;
            }

            var host = HostRoot.Open(parsed.GetRequiredValue(root));
            var (paths, keep) = wanted(host.Node);
            var result = HostBackup.Run(
                new HostBackupOptions
                {
                    Root = host,
                    To = parsed.GetRequiredValue(to),
                    Paths = paths,
                    Keep = keep,
                    RequireMount = parsed.GetValue(requireMount),
                    IsDryRun = parsed.GetValue(dryRun),
                },
                terminal.Clock,
                cancellation);
            return Say(result, targets, terminal);
        })));
        return command;
    }

    private static int Say(HostBackupResult result, IReadOnlyList<OutputTarget> targets, Terminal terminal)
    {
        foreach (var warning in result.Warnings)
        {
            terminal.Error.WriteLine($"pve-compliance: warning: {UntrustedText.Visible(warning)}");
        }

        OutputTarget.Write(targets, terminal, mayUseColor: false, (format, _, stream) =>
        {
            if (format == "json")
            {
                HostBackupJson.Write(result, stream);
            }
            else
            {
                HostBackupText.Write(result, stream);
            }
        });
        foreach (var left in result.NotDeleted)
        {
            terminal.Error.WriteLine($"pve-compliance: cannot delete {UntrustedText.Visible(left)}");
        }

        // The archive is good, but the directory grows: somebody must know.
        return result.NotDeleted.IsEmpty ? ExitCode.Compliant : ExitCode.CouldNotAssess;
    }

    private static int Run(Terminal terminal, Func<int> run)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new UsageException("host-backup runs on a Proxmox VE node only.");
        }

        try
        {
            return run();
        }
        catch (HostBackupException fault)
        {
            terminal.Error.WriteLine($"pve-compliance: {UntrustedText.Visible(fault.Message)}");
            return fault.Fault == HostBackupFault.BadInput ? ExitCode.BadInput : ExitCode.CouldNotAssess;
        }
    }
}
