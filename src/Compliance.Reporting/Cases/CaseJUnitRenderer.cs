using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A run of cases as JUnit XML: a suite for each rule.</summary>
public sealed class CaseJUnitRenderer : ICaseRenderer
{
    public void Render(CaseRun run, Stream output)
        => JUnitDocument.Write(run.Proofs.Select(proof => Suite(proof, run.Results.Where(result => result.Case.Rule == proof.Rule), run.StartedAt)), output);

    private static JUnitSuite Suite(RuleProof proof, IEnumerable<CaseResult> results, DateTimeOffset startedAt)
    {
        var cases = results.Select(Case);
        return new JUnitSuite("rules", proof.Rule, startedAt, proof.Lacking.IsEmpty
            ? [.. cases]
            : [.. cases, new JUnitCase(proof.Rule, "is proven by its cases", JUnitResult.Skipped, Message: $"{CaseWords.Of(proof.Place)}: {proof.Rule} {CaseWords.Lacking(proof)}")]);
    }

    private static JUnitCase Case(CaseResult result)
    {
        var (rule, name) = (result.Case.Rule, result.Case.Name);
        var one = result switch
        {
            { Fault: { } fault } => new JUnitCase(rule, name, JUnitResult.Error, "case", CaseWords.Of(fault), $"{CaseWords.Of(fault.Place)} {CaseWords.Of(fault)}"),
            { IsPassed: false } => new JUnitCase(
                rule, name, JUnitResult.Failure, "expectation",
                string.Join("; ", result.Mismatches.Select(CaseWords.Of)), string.Join('\n', result.Mismatches.Select(Lines))),
            _ => new JUnitCase(rule, name, JUnitResult.Passed),
        };
        return one with { Elapsed = result.Elapsed };
    }

    private static string Lines(CaseMismatch mismatch)
    {
        var text = $"{CaseWords.Of(mismatch.Place)} {CaseWords.Of(mismatch)}";
        return mismatch switch
        {
            { What: not "verdict" } => $"{text}\n- {UntrustedText.Visible(mismatch.Expected)}\n+ {UntrustedText.Visible(mismatch.Actual)}",
            { Because: { } because } => $"{text}\nbecause {UntrustedText.Visible(because)}",
            _ => text,
        };
    }
}
