using Compliance.History;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>Turns what ends a run into one line and an exit code: no stack trace for anything a user can cause.</summary>
internal static class Faults
{
    public static async Task<int> GuardAsync(Func<Task<int>> run, Terminal terminal)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (InventoryException fault)
        {
            await terminal.Error.WriteLineAsync($"pve-compliance: {fault.Message}").ConfigureAwait(false);
            return fault.Fault == InventoryFault.BadFile ? ExitCode.BadInput : ExitCode.CouldNotAssess;
        }
        catch (HistoryException fault)
        {
            await terminal.Error.WriteLineAsync($"pve-compliance: --history: {UntrustedText.Visible(fault.Message)}").ConfigureAwait(false);
            return fault.Fault == HistoryFault.BadFile ? ExitCode.BadInput : ExitCode.CouldNotAssess;
        }
        catch (UsageException fault)
        {
            await terminal.Error.WriteLineAsync($"pve-compliance: {fault.Message}").ConfigureAwait(false);
            return ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"pve-compliance: cannot write: {fault.Message}").ConfigureAwait(false);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("pve-compliance: interrupted").ConfigureAwait(false);
            return ExitCode.CouldNotAssess;
        }
    }
}
