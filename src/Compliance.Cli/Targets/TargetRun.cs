using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary>
/// Judges one target as a check of it alone would, and turns what ends such a check into a row of the overview: no target takes
/// another along.
/// </summary>
/// <param name="folder">that relative paths of the file begin at</param>
/// <param name="history">folder of the histories; null for none</param>
/// <param name="at">the moment of the run</param>
internal sealed class TargetRun(CheckSettings settings, string folder, string? history, DateTimeOffset at, Terminal terminal)
{
    /// <summary>How old an inventory may be unless its target says otherwise.</summary>
    private static readonly TimeSpan DefaultMaxAge = TimeSpan.FromDays(7);

    /// <returns>its row, without a report yet, and the folder or file of its policy</returns>
    public async Task<JudgedTarget> JudgeAsync(ClusterTarget target, TargetLog log, CancellationToken cancellation)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var own = terminal with { Error = said, IsInteractive = false, Log = null, Ask = null };
        var source = new TargetSource(target, folder, own);
        log.Begin(target.Name.Value, source.Origin);
        OverviewTarget row;
        try
        {
            row = await RowAsync(target, source, said, own, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && Faults.Of(fault) is { } known)
        {
            row = new OverviewTarget(target.Name.Value, null, known.Message, known.ExitCode);
        }

        log.End(row, said.ToString());
        return new JudgedTarget(row, source.Policy);
    }

    private async Task<OverviewTarget> RowAsync(ClusterTarget target, TargetSource source, StringWriter said, Terminal own, CancellationToken cancellation)
    {
        var name = target.Name.Value;
        if (PolicyInput.Load(source.Policy, settings.Only, own)?.ForCheck(settings.Only) is not { } input)
        {
            var first = said.ToString().Split('\n').FirstOrDefault(line => line.Contains(" error POL", StringComparison.Ordinal));
            return new OverviewTarget(name, null, $"the policy {source.Policy} has errors, the first: {first}", ExitCode.BadInput);
        }

        var judged = await new EstateCheck(settings, own).JudgeAsync(
            input,
            new EstateSource
            {
                Now = source.ReadAsync,
                Before = (_, _, _) => Task.FromResult<Core.Model.Inventory?>(null),
                History = history is null ? null : Path.Combine(history, $"{name}.db"),
            },
            cancellation).ConfigureAwait(false);
        var row = new OverviewTarget(name, judged.Shown, judged.NotKept, judged.ExitCode);
        var age = at - judged.Shown.Estate.CollectedAt;
        var limit = target.MaxAge?.Value ?? DefaultMaxAge;
        return target.Inventory is null || age <= limit
            ? row
            : row with
            {
                Fault = $"{source.Origin} was collected {Durations.Format(TimeSpan.FromMinutes(Math.Floor(age.TotalMinutes)))} before this run, and max-age is {Durations.Format(limit)}: it proves nothing of today. Collect it again.",
                ExitCode = Math.Max(row.ExitCode, ExitCode.CouldNotAssess),
            };
    }
}
