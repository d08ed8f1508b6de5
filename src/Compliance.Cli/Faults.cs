using Compliance.Cli.Logging;
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
        catch (Exception fault) when (Of(fault) is { } known)
        {
            Say(known, terminal);
            return known.ExitCode;
        }
    }

    /// <summary>What is said on stderr; the rest of a message may be untrusted text.</summary>
    public static void Say((string Message, int ExitCode) fault, Terminal terminal)
    {
        if (terminal.Log is { Form: not LogForm.People } log)
        {
            log.Error(fault.Message, ("exitCode", fault.ExitCode));
        }
        else
        {
            terminal.Error.WriteLine($"pve-compliance: {fault.Message}");
        }
    }

    /// <summary>What a user or his machines can cause, in words, and its exit code; null for a bug.</summary>
    public static (string Message, int ExitCode)? Of(Exception fault) => fault switch
    {
        InventoryException { Fault: var kind } => (fault.Message, kind == InventoryFault.BadFile ? ExitCode.BadInput : ExitCode.CouldNotAssess),
        HistoryException { Fault: var kind } => ($"--history: {UntrustedText.Visible(fault.Message)}", kind == HistoryFault.BadFile ? ExitCode.BadInput : ExitCode.CouldNotAssess),
        UsageException => (fault.Message, ExitCode.BadInput),
        LockedException => (fault.Message, ExitCode.CouldNotAssess),
        IOException or UnauthorizedAccessException => ($"cannot write: {fault.Message}", ExitCode.BadInput),
        OperationCanceledException => ("interrupted", ExitCode.CouldNotAssess),
        _ => null,
    };
}
