using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>What became of a baseline's findings. Not found is not resolved: somebody must have looked.</summary>
internal sealed class BaselineReview
{
    private readonly Dictionary<string, BaselineEntry> entries;
    private readonly HashSet<string> rules;
    private readonly ILookup<string, RuleResult> byRule;
    private readonly Dictionary<string, RuleResult> byFingerprint;

    public BaselineReview(Baseline baseline, RuleSet rules, ImmutableArray<RuleResult> results)
    {
        this.rules = rules.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        entries = baseline.Findings.ToDictionary(entry => entry.Fingerprint, StringComparer.Ordinal);
        byRule = results.ToLookup(result => result.Rule.Id, StringComparer.Ordinal);
        byFingerprint = results
            .Select(result => (Fingerprint: Fingerprint.Of(result), Result: result))
            .Where(pair => entries.ContainsKey(pair.Fingerprint))
            // Two cases of one name, such as services called alike: one that fails outweighs one that holds.
            .OrderByDescending(pair => pair.Result.Verdict is Verdict.Fail or Verdict.Unknown)
            .DistinctBy(pair => pair.Fingerprint)
            .ToDictionary(pair => pair.Fingerprint, pair => pair.Result, StringComparer.Ordinal);
        var lapses = baseline.Findings.Select(Lapse).ToList();
        Resolved = [.. lapses.Where(lapse => lapse is { IsResolved: true }).Select(lapse => lapse!.Value.Lapse)];
        Unclear = [.. lapses.Where(lapse => lapse is { IsResolved: false }).Select(lapse => lapse!.Value.Lapse)];
    }

    public ImmutableArray<BaselineLapse> Resolved { get; }

    public ImmutableArray<BaselineLapse> Unclear { get; }

    public Finding Mark(Finding finding) => finding with
    {
        Drift = entries.TryGetValue(finding.Fingerprint, out var entry) && entry.Accepts(finding) ? Drift.Unchanged : Drift.New,
    };

    /// <summary>Null while it is a finding.</summary>
    private (BaselineLapse Lapse, bool IsResolved)? Lapse(BaselineEntry entry)
    {
        if (byFingerprint.TryGetValue(entry.Fingerprint, out var now))
        {
            return now.Verdict switch
            {
                Verdict.Pass => (new BaselineLapse(entry, "it holds now"), true),
                Verdict.NotApplicable => (new BaselineLapse(entry, "the rule does not speak of it any more"), true),
                _ => null,
            };
        }

        if (!rules.Contains(entry.Rule))
        {
            return (new BaselineLapse(entry, $"{entry.Rule} does not judge in this run"), false);
        }

        // A subject that is not listed may be hidden, or stand under another id while its parts cannot be read.
        return byRule[entry.Rule].Any(result => result.Verdict == Verdict.Unknown)
            ? (new BaselineLapse(entry, $"it was not seen, and {entry.Rule} could not judge everything"), false)
            : (new BaselineLapse(entry, "it is not there any more"), true);
    }
}
