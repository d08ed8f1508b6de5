using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Sentences about cases that every format uses. All of them are harmless to look at.</summary>
internal static class CaseWords
{
    /// <summary><c>qemu/101: expected fail, got pass</c>, or for a text both of it.</summary>
    public static string Of(CaseMismatch mismatch)
    {
        var subject = UntrustedText.Shortened(mismatch.Subject, Limits.Name);
        return mismatch.What == "verdict"
            ? $"{subject}: expected {mismatch.Expected}, got {UntrustedText.Shortened(mismatch.Actual, Limits.Value)}"
            : $"{subject}: {mismatch.What} is not as expected";
    }

    /// <summary><c>has no case</c>, or <c>no case expects fail or unknown</c>.</summary>
    public static string Lacking(RuleProof proof) => proof.Cases == 0
        ? "has no case"
        : $"has no case that expects {string.Join(" or ", proof.Lacking.Select(Words.Of))}";

    /// <summary><c>7 cases of 2 rules: 6 passed, 1 failed</c>.</summary>
    public static string Summary(CaseRun run)
    {
        var rules = run.Results.Select(result => result.Case.Rule).Distinct(StringComparer.Ordinal).Count();
        return $"{Words.Count(run.Results.Length, "case")} of {Words.Count(rules, "rule")}: {run.Passed} passed, {run.Failed} failed";
    }

    /// <summary>The problem that kept a case from being tried.</summary>
    public static string Of(Problem fault)
        => $"{fault.Code}: {UntrustedText.Shortened(fault.Message, Limits.Message)}.{(fault.Fix is null ? "" : $" {UntrustedText.Visible(fault.Fix)}")}";

    public static string Of(Place place) => UntrustedText.Visible(place.ToString());
}
