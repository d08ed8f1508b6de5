using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The gate's answer in the words that all its outputs for people share.</summary>
internal sealed class ReadinessModel
{
    private ReadinessModel(Readiness readiness) => Readiness = readiness;

    public Readiness Readiness { get; }

    /// <summary><c>GO</c>, <c>NO-GO</c> or <c>UNKNOWN</c>.</summary>
    public string Headline => Words.Of(Readiness.Outcome).ToUpperInvariant();

    /// <summary>What it answers: <c>for an upgrade of all nodes of lab</c>. The names in it are untrusted.</summary>
    public string Question
    {
        get
        {
            var change = Readiness.Request.Change switch
            {
                ChangeKind.Upgrade => "an upgrade",
                ChangeKind.NetworkChange => "a network change",
                _ => "a storage change",
            };
            var estate = UntrustedText.Shortened(Readiness.Estate.Name, Limits.Name);
            return Readiness.Request.Node is { } node ? $"for {change} of {UntrustedText.Shortened(node, Limits.Name)} ({estate})" : $"for {change} of {estate}";
        }
    }

    /// <summary>What to make of it, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            var fails = Readiness.Blocking.Count(finding => finding.Verdict == Verdict.Fail) + Readiness.WaiverProblems.Count(problem => problem.Severity == Severity.Error);
            var unknown = Readiness.Blocking.Count(finding => finding.Verdict == Verdict.Unknown);
            var waived = Readiness.Waived.Length == 0 ? "" : $", {Readiness.Waived.Length} waived";
            return Readiness.Outcome switch
            {
                ReadinessOutcome.Go => $"All {Words.Count(InOrder.Length, "condition holds", "conditions hold")}{waived}. If this host dies now, you can come back.",
                ReadinessOutcome.NoGo => $"{Words.Count(fails, "thing is", "things are")} in the way{(unknown > 0 ? $", {unknown} could not be judged" : "")}{waived}. Do not touch the host.",
                _ when unknown == 0 => "Nothing could be judged at all. Do not touch the host.",
                _ => $"{Words.Count(unknown, "thing", "things")} could not be judged{waived}. Not to know is not to go: do not touch the host.",
            };
        }
    }

    /// <summary>What is known to be in the way.</summary>
    public IEnumerable<Finding> Fails => Readiness.Blocking.Where(finding => finding.Verdict == Verdict.Fail);

    /// <summary>What nobody could judge, by what stood in the way: one step may clear many.</summary>
    public IEnumerable<ReadinessBlindness> Blind => Readiness.Blocking
        .Where(finding => finding.Verdict == Verdict.Unknown)
        .GroupBy(finding => finding.Missing.IsEmpty ? string.Empty : finding.Missing[0].Needs ?? finding.Missing[0].Reason, StringComparer.Ordinal)
        .Select(group => new ReadinessBlindness([.. group]));

    public ImmutableArray<ReadinessItem> InOrder => [.. Readiness.Items.Where(item => item.Verdict == Verdict.Pass)];

    /// <summary>What the gate asks, and nothing in this estate is about.</summary>
    public ImmutableArray<ReadinessItem> NotApplicable => [.. Readiness.Items.Where(item => item.Verdict is null)];

    public static ReadinessModel Of(Readiness readiness) => new(readiness);
}
