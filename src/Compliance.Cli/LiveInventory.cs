using Compliance.Core.Model;
using Compliance.Proxmox;
using Spectre.Console;

namespace Compliance.Cli;

/// <summary>Collects from a live cluster, with progress drawn where a person looks on.</summary>
internal static class LiveInventory
{
    public static Task<Inventory> CollectAsync(ProxmoxOptions options, CollectionScope scope, Terminal terminal, CancellationToken cancellation)
        => CollectAsync(options, scope, terminal, needsSystemTrust: false, cancellation);

    /// <param name="needsSystemTrust">whether this process will ask another server, which the system's authorities vouch for</param>
    public static async Task<Inventory> CollectAsync(
        ProxmoxOptions options, CollectionScope scope, Terminal terminal, bool needsSystemTrust, CancellationToken cancellation)
    {
        // For the whole process, so that no later connection could trust any.
        if (!needsSystemTrust && !ReferenceEquals(options.Trust, ServerTrust.System))
        {
            SystemCertificates.LeaveUnread();
        }

        if (!terminal.IsInteractive || terminal.Log is { Form: not Logging.LogForm.People })
        {
            return await AskAsync(options, scope, terminal, progress: null, cancellation).ConfigureAwait(false);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Log?.Inner ?? terminal.Error) });
        return await console.Status()
            .StartAsync("Connecting …", status => AskAsync(options, scope, terminal, new StatusLine(status), cancellation))
            .ConfigureAwait(false);
    }

    private static async Task<Inventory> AskAsync(
        ProxmoxOptions options, CollectionScope scope, Terminal terminal, IProgress<CollectionProgress>? progress, CancellationToken cancellation)
    {
        using var transport = ProxmoxTransport.Create(options);
        var source = new LiveInventorySource(transport, options, terminal.Clock) { Progress = progress };
        return await source.CollectAsync(scope, cancellation).ConfigureAwait(false);
    }

    private sealed class StatusLine(StatusContext status) : IProgress<CollectionProgress>
    {
        public void Report(CollectionProgress value)
            => status.Status = Markup.Escape($"Reading the cluster: {value.Done} of {value.Expected} answers");
    }
}
