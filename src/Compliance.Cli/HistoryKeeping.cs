using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.History;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary><c>check --history</c>: keeps the run, and says how its findings stand to the runs before.</summary>
internal static class HistoryKeeping
{
    public static Option<string?> Option() => new("--history")
    {
        Description = "append this run to FILE (made when missing), and say since when each finding is there",
        HelpName = "FILE",
    };

    /// <summary>Before anything is asked of a cluster: a file that cannot be used ends the run.</summary>
    /// <exception cref="HistoryException">it cannot be used</exception>
    public static void Check(string? file)
    {
        if (file is not null)
        {
            HistoryFile.Check(file);
        }
    }

    /// <summary>
    /// Keeps the run. One that judges by some rules only, or what would be in another phase, says nothing of what it leaves out, so that
    /// it is not kept. When the file fails now, the report is worth more than its history: it is shown without.
    /// </summary>
    /// <returns>why it is not kept, though it should be, null when all was done that was asked for; what to show; and the run as it is kept, null when it is not</returns>
    public static (string? NotKept, Assessment Shown, HistoryRun? Run) Keep(
        string? file, Assessment assessment, ImmutableArray<RuleResult> results, CheckSettings settings, int exitCode, RunDurations durations, Terminal terminal)
    {
        if (file is null)
        {
            return (null, assessment, null);
        }

        if (assessment.Policy.IsWhatIf || settings.Only.Count > 0)
        {
            var why = assessment.Policy.IsWhatIf ? "--phase judges what if" : "--rule judges a part of the policy";
            terminal.Error.WriteLine($"not kept in {file}: {why}");
            return (null, assessment, null);
        }

        try
        {
            var (run, series) = HistoryFile.Append(file, RunRecord.Of(assessment, results, settings.FailOn, exitCode, Program, durations));
            terminal.Log?.Info("kept the run", ("file", file), ("run", run.Id));
            return (null, LedgerMarks.On(assessment, series, DriftLedger.Of(series, run)), run);
        }
        catch (HistoryException fault)
        {
            var notKept = $"--history: this run is not kept: {UntrustedText.Visible(fault.Message)}";
            terminal.Error.WriteLine($"pve-compliance: {notKept}");
            return (notKept, assessment, null);
        }
    }

    private static string Program => typeof(Terminal).Assembly.GetName().Version!.ToString(3);
}
