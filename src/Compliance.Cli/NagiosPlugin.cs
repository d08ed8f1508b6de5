using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>
/// <c>check -o nagios</c> to stdout: the run is a plugin. A monitoring system reads the line and the exit code together, so both say the same;
/// a run that ends without an assessment says so on stdout, because nothing else is shown.
/// </summary>
internal static class NagiosPlugin
{
    /// <param name="check">gives the state of its assessment; null when problems of the policy, which stderr tells, left none</param>
    public static async Task<int> RunAsync(Func<Task<int?>> check, Terminal terminal)
    {
        try
        {
            if (await check().ConfigureAwait(false) is { } state)
            {
                return state;
            }

            Write("the policy repository has errors; pve-compliance lint shows them", terminal);
        }
        catch (Exception fault) when (Faults.Of(fault) is { } known)
        {
            Faults.Say(known, terminal);
            Write(known.Message, terminal);
        }

        return NagiosState.Unknown;
    }

    private static void Write(string why, Terminal terminal)
    {
        using var writer = terminal.Writer();
        writer.WriteLine(NagiosState.LineOf(why));
    }
}
