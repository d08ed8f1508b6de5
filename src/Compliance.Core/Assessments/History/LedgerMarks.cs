using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Puts a ledger onto the assessment it is of. It marks findings, and changes no verdict and no exit code.</summary>
public static class LedgerMarks
{
    /// <param name="ledger">of the run that keeps this assessment: one entry for each of its findings, in their order</param>
    public static Assessment On(Assessment assessment, RunSeries series, Ledger ledger) => assessment with
    {
        Ledger = ledger,
        History = series,
        Findings = [.. assessment.Findings.Zip(ledger.Findings, (finding, entry) => finding with { History = entry })],
    };
}
