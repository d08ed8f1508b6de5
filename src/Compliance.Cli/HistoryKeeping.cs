using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.History;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary><c>check --history</c>: keeps the run, and says how its findings stand to the runs before.</summary>
internal sealed class HistoryKeeping
{
    public Option<string?> Option { get; } = new("--history")
    {
        Description = "append this run to FILE (made when missing), and say since when each finding is there",
        HelpName = "FILE",
    };

    /// <summary>Before anything is asked of a cluster: a file that cannot be used ends the run.</summary>
    /// <exception cref="HistoryException">it cannot be used</exception>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is { } file)
        {
            HistoryFile.Check(file);
        }
    }

    /// <summary>
    /// Keeps the run. One that judges by some rules only, or what would be in another phase, says nothing of what it leaves out, so that
    /// it is not kept. When the file fails now, the report is worth more than its history: it is shown without.
    /// </summary>
    /// <param name="only">ids of the only rules of this run; empty for all</param>
    /// <returns>whether all was done that was asked for, what to show, and the run as it is kept, null when it is not</returns>
    public (bool IsDone, Assessment Shown, HistoryRun? Run) Keep(
        ParseResult parsed, Assessment assessment, ImmutableArray<RuleResult> results, Severity failOn, int exitCode, RunDurations durations,
        IReadOnlyList<string> only, Terminal terminal)
    {
        if (parsed.GetValue(Option) is not { } file)
        {
            return (true, assessment, null);
        }

        if (assessment.Policy.IsWhatIf || only.Count > 0)
        {
            var why = assessment.Policy.IsWhatIf ? "--phase judges what if" : "--rule judges a part of the policy";
            terminal.Error.WriteLine($"not kept in {file}: {why}");
            return (true, assessment, null);
        }

        try
        {
            var (run, series) = HistoryFile.Append(file, RunRecord.Of(assessment, results, failOn, exitCode, Program, durations));
            terminal.Log?.Info("kept the run", ("file", file), ("run", run.Id));
            return (true, LedgerMarks.On(assessment, series, DriftLedger.Of(series, run)), run);
        }
        catch (HistoryException fault)
        {
            terminal.Error.WriteLine($"pve-compliance: --history: this run is not kept: {UntrustedText.Visible(fault.Message)}");
            return (false, assessment, null);
        }
    }

    private static string Program => typeof(HistoryKeeping).Assembly.GetName().Version!.ToString(3);
}
