using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>How many findings there are of each weight.</summary>
/// <param name="Errors">failed without a waiver, as are warnings and infos</param>
/// <param name="Unknown">could not be judged, of any severity</param>
/// <param name="Waived">failed, and covered by a waiver, of any severity</param>
internal sealed record FindingTally(int Errors, int Warnings, int Infos, int Unknown, int Waived)
{
    public int Failed => Errors + Warnings + Infos;

    public static FindingTally Of(IReadOnlyCollection<Finding> findings)
    {
        int Failed(Severity severity) => findings.Count(finding => finding is { Verdict: Verdict.Fail, Waiver: null } && finding.Severity == severity);
        return new FindingTally(
            Failed(Severity.Error),
            Failed(Severity.Warning),
            Failed(Severity.Info),
            findings.Count(finding => finding.Verdict == Verdict.Unknown),
            findings.Count(finding => finding.Waiver is not null));
    }

    /// <summary>Only what there is: <c>3 errors, 1 warning, 2 could not be judged</c>; <c>no findings</c> when there is nothing.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (Errors > 0)
        {
            parts.Add(Words.Count(Errors, "error"));
        }

        if (Warnings > 0)
        {
            parts.Add(Words.Count(Warnings, "warning"));
        }

        if (Infos > 0)
        {
            parts.Add(Words.Count(Infos, "info", "info"));
        }

        if (Unknown > 0)
        {
            parts.Add(Words.Count(Unknown, "could not be judged", "could not be judged"));
        }

        if (Waived > 0)
        {
            parts.Add(Words.Count(Waived, "waived", "waived"));
        }

        return parts.Count == 0 ? "no findings" : string.Join(", ", parts);
    }
}
