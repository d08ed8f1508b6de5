using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The state of a plugin, and its exit code (Monitoring Plugins Development Guidelines, "Plugin Return Codes").</summary>
public static class NagiosState
{
    public const int Ok = 0;
    public const int Warning = 1;
    public const int Critical = 2;
    public const int Unknown = 3;

    /// <summary>As the gate decides. Drift is a warning only when nothing of it that counts is an error.</summary>
    public static int Of(Assessment assessment) => assessment.Gate switch
    {
        Outcome.Compliant => Ok,
        Outcome.Drift => assessment.Findings.Any(finding => Counts(finding, assessment)) || assessment.WaiverProblems.Any(problem => problem.Severity == Severity.Error) ? Critical : Warning,
        _ => Unknown,
    };

    /// <summary>The line of a run that ended without an assessment: stdout is all that a monitoring system shows.</summary>
    /// <param name="why">untrusted text</param>
    public static string LineOf(string why) => $"{Name(Unknown)} - {Inert(UntrustedText.Shortened(why, Limits.Value))}";

    internal static string Name(int state) => "BACKUP POLICY " + state switch
    {
        Ok => "OK",
        Warning => "WARNING",
        Critical => "CRITICAL",
        _ => "UNKNOWN",
    };

    /// <summary>Behind a bar would be numbers.</summary>
    internal static string Inert(string visible) => visible.Replace("|", @"\x7C", StringComparison.Ordinal);

    private static bool Counts(Finding finding, Assessment assessment)
        => finding is { Verdict: Verdict.Fail, Waiver: null, Severity: Severity.Error } && (assessment.Baseline is null || finding.Drift == Drift.New);
}
