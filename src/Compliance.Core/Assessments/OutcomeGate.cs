using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Decides an outcome from what weighs enough to count.</summary>
/// <param name="failOn">verdicts of rules below this severity are shown, but decide nothing</param>
internal sealed class OutcomeGate(ImmutableArray<RuleResult> results, ImmutableArray<WaiverProblem> waiverProblems, Severity failOn)
{
    /// <summary>
    /// Drift when a gated rule failed, or a waiver is faulty. Unknown when none did but a gated rule could not be judged, or
    /// when nothing was judged at all: zero checks are not zero findings.
    /// </summary>
    /// <param name="counting">the findings that are not accepted</param>
    public Outcome Of(IEnumerable<Finding> counting)
    {
        var gated = counting.Where(f => f.Severity >= failOn).ToList();
        return gated.Exists(f => f.Verdict == Verdict.Fail) || waiverProblems.Any(p => p.Severity >= failOn) ? Outcome.Drift
            : gated.Exists(f => f.Verdict == Verdict.Unknown) ? Outcome.Unknown
            : results.Any(r => r.Rule.Severity >= failOn && r.Verdict is Verdict.Pass or Verdict.Fail) ? Outcome.Compliant
            : Outcome.Unknown;
    }
}
