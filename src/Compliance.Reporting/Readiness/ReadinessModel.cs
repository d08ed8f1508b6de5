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
    public string Question => ReadinessQuestion.Of(Readiness.Request, Readiness.Estate.Name);

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

    /// <summary>How long it is good for; null when it opens nothing. Holds untrusted text.</summary>
    public string? Validity => Readiness.Validity.Until is { } until
        ? $"Valid until {Words.ForPeople(until)}: {UntrustedText.Shortened(Readiness.Validity.Because, Limits.Value)}."
        : null;

    /// <summary>What is known to be in the way.</summary>
    public IEnumerable<Finding> Fails => Readiness.Blocking.Where(finding => finding.Verdict == Verdict.Fail);

    /// <summary>What nobody could judge, by what stood in the way: one step may clear many.</summary>
    public IEnumerable<ReadinessBlindness> Blind => Readiness.Blocking
        .Where(finding => finding.Verdict == Verdict.Unknown)
        .GroupBy(finding => finding.Missing.IsEmpty ? string.Empty : finding.Missing[0].Needs ?? finding.Missing[0].Reason, StringComparer.Ordinal)
        .Select(group => new ReadinessBlindness([.. group]));

    /// <summary>All that is in the way: what fails, waivers at fault, what nobody could judge.</summary>
    public IEnumerable<ReadinessObstacle> Obstacles =>
    [
        .. Fails.Select(finding => new ReadinessObstacle(
            Verdict.Fail, TextFinding.Subject(finding.Subject), UntrustedText.Shortened(finding.Message, Limits.Message), UntrustedText.Visible(finding.Rule), finding.Fix is null ? null : UntrustedText.Visible(finding.Fix))),
        .. Readiness.WaiverProblems.Where(problem => problem.Severity == Severity.Error).Select(problem => new ReadinessObstacle(
            Verdict.Fail, WaiverText.Place(problem.Waiver), UntrustedText.Shortened(problem.Message, Limits.Message), UntrustedText.Visible(problem.Waiver.Rule.Value), UntrustedText.Visible(problem.Fix))),
        .. Blind.Select(blindness => new ReadinessObstacle(
            Verdict.Unknown, blindness.Subjects, UntrustedText.Shortened(blindness.Reason, Limits.Message), UntrustedText.Visible(string.Join(", ", blindness.Rules)), UntrustedText.Visible(blindness.Fix))),
    ];

    /// <summary>What opened or narrowed the gate, each list with its title.</summary>
    public IEnumerable<(string Title, string Text)> Rest
    {
        get
        {
            (string Title, List<string> All)[] lists =
            [
                ("waived", [.. Readiness.Waived.Select(finding => $"{finding.Rule} {UntrustedText.Shortened(finding.Subject.Id, Limits.Name)} until {finding.Waiver!.Expires.Value:yyyy-MM-dd}")]),
                ("about nothing here", [.. NotApplicable.Select(item => item.Rule)]),
                ("off by the policy", [.. Readiness.Disabled.Select(rule => $"{rule.Id} ({UntrustedText.Shortened(rule.Reason, Limits.Value)})")]),
            ];
            return lists.Where(list => list.All.Count > 0).Select(list => ($"{list.All.Count} {list.Title}:", UntrustedText.Visible(string.Join(", ", list.All))));
        }
    }

    /// <summary>Its name and version.</summary>
    public string Policy => Readiness.Policy.Version is { } version
        ? $"{UntrustedText.Shortened(Readiness.Policy.Name, Limits.Name)} {UntrustedText.Shortened(version, Limits.Name)}"
        : UntrustedText.Shortened(Readiness.Policy.Name, Limits.Name);

    public ImmutableArray<ReadinessItem> InOrder => [.. Readiness.Items.Where(item => item.Verdict == Verdict.Pass)];

    /// <summary>What the gate asks, and nothing in this estate is about.</summary>
    public ImmutableArray<ReadinessItem> NotApplicable => [.. Readiness.Items.Where(item => item.Verdict is null)];

    public static ReadinessModel Of(Readiness readiness) => new(readiness);
}
