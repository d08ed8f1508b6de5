using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Brings waivers and findings together: which finding is covered, and which waiver does not do what its author thinks.</summary>
internal sealed class WaiverLedger
{
    private readonly WaiverLimits limits;
    private readonly DateTimeOffset asOf;
    private readonly ImmutableArray<Waiver> inForce;

    /// <param name="rules">those that judge in this run</param>
    /// <param name="findings">all of them</param>
    /// <param name="results">the verdicts they come from, to tell an idle waiver from one whose subject nobody could judge</param>
    public WaiverLedger(
        ImmutableArray<Waiver> waivers, RuleSet rules, Estate estate, ImmutableArray<Finding> findings, ImmutableArray<RuleResult> results)
    {
        limits = estate.Policy.Waivers;
        asOf = estate.AsOf;
        var verdicts = results.ToLookup(result => result.Rule.Id, result => result.Verdict, StringComparer.Ordinal);
        // Of a rule that does not judge in this run nothing can be said: the policy turns it off, or another rule was asked for.
        var ids = rules.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var judged = waivers.Where(waiver => ids.Contains(waiver.Rule.Value)).ToList();
        var problems = judged.Select(waiver => (Waiver: waiver, Problem: Examine(waiver, findings, verdicts[waiver.Rule.Value]))).ToList();
        Problems = [.. problems.Select(pair => pair.Problem).OfType<WaiverProblem>()];
        inForce = [.. problems.Where(pair => pair.Problem is null).Select(pair => pair.Waiver)];
    }

    /// <summary>In the order waivers are written.</summary>
    public ImmutableArray<WaiverProblem> Problems { get; }

    /// <summary>The finding with the waiver that covers it; of several, the one that lasts longest. Only a Fail can be covered.</summary>
    public Finding Mark(Finding finding)
    {
        var waiver = finding.Verdict != Verdict.Fail ? null : inForce
            .Where(waiver => waiver.Matches(finding.Rule, finding.Subject.Id))
            .MaxBy(waiver => waiver.Expires.Value);
        return waiver is null ? finding : finding with { Waiver = waiver };
    }

    private WaiverProblem? Examine(Waiver waiver, ImmutableArray<Finding> findings, IEnumerable<Verdict> verdicts)
    {
        var failed = findings.Count(finding => finding.Verdict == Verdict.Fail && waiver.Matches(finding.Rule, finding.Subject.Id));
        // While anything of the rule is unreadable, the fault may be there.
        var isAnythingOpen = failed > 0 || verdicts.Contains(Verdict.Unknown);
        var rule = waiver.Rule.Value;
        if (waiver.IsExpired(asOf))
        {
            var days = -waiver.DaysLeft(asOf);
            return new WaiverProblem(
                WaiverFault.Expired,
                isAnythingOpen ? Severity.Error : Severity.Warning,
                waiver,
                $"the waiver of {rule} expired {(days == 1 ? "yesterday" : $"{days} days ago")}, with {waiver.Expires.Value:yyyy-MM-dd}; it covers nothing any more",
                isAnythingOpen ? "Put the fault right, or decide anew with its owner." : "The fault is gone: remove the waiver.");
        }

        if (waiver.IsYetToCome(asOf))
        {
            return new WaiverProblem(
                WaiverFault.NotBegun,
                Severity.Warning,
                waiver,
                $"the waiver of {rule} begins on {waiver.Made.Value:yyyy-MM-dd} only; it covers nothing yet",
                "Write the day it is made.");
        }

        if (failed > limits.Findings)
        {
            return new WaiverProblem(
                WaiverFault.OverBroad,
                Severity.Error,
                waiver,
                $"the waiver of {rule} matches {failed} findings, more than the {limits.Findings} one waiver may cover; it covers none",
                "Name the subjects that are meant, or change the rule in the policy.");
        }

        return isAnythingOpen ? null : new WaiverProblem(
            WaiverFault.Unused, Severity.Warning, waiver, $"the waiver of {rule} matches no finding", "The fault is gone, or a subject is misspelt: remove the waiver, or mend it.");
    }
}
