using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>How the verdict and its counts stand to the run before, in words.</summary>
internal static class VerdictChange
{
    /// <summary>
    /// <c>DRIFT as at run 41 (2026-11-22 06:00:00 UTC). Errors 5, 2 fewer than before; warnings 3, as before; not judged 1, 1 more than before.</c>
    /// Null without a history, and in its first run.
    /// </summary>
    public static string? Of(Assessment assessment, FindingTally now)
    {
        if (assessment is not { Ledger.Previous: { } mark, History: { } history } || history.Runs.LastOrDefault(run => run.Mark == mark) is not { } before)
        {
            return null;
        }

        var (was, run) = (Verdict(before.Gate), string.Create(CultureInfo.InvariantCulture, $"run {mark.Id} ({Words.ForPeople(mark.AsOf)})"));
        return (before.Gate == assessment.Gate ? $"{was} as at {run}." : $"{was} at {run}, {Verdict(assessment.Gate)} now.")
            + $" Errors {Count(now.Errors, before.Failed(Severity.Error))}; warnings {Count(now.Warnings, before.Failed(Severity.Warning))}; "
            + $"not judged {Count(now.Unknown, before.Unknown)}.";
    }

    private static string Verdict(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => "COMPLIANT",
        Outcome.Drift => "DRIFT",
        _ => "COULD NOT BE JUDGED",
    };

    private static string Count(int now, int before) => (now - before) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{now}, as before"),
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"{now}, {more} more than before"),
        var fewer => string.Create(CultureInfo.InvariantCulture, $"{now}, {-fewer} fewer than before"),
    };
}
