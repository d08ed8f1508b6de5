using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What a run says of a finding of an earlier one. Not found is not resolved: it must have been looked at.</summary>
internal sealed class RunSight(HistoryRun run)
{
    private readonly HashSet<FindingKey> found = [.. run.Findings.Select(FindingKey.Of)];
    private readonly Dictionary<string, HeldCase> held = run.Held.DistinctBy(one => one.Fingerprint, StringComparer.Ordinal).ToDictionary(one => one.Fingerprint, StringComparer.Ordinal);
    private readonly Dictionary<string, HistoryCount> rules = run.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public bool Has(HistoryFinding earlier) => found.Contains(FindingKey.Of(earlier));

    public HeldCase? Held(HistoryFinding earlier) => held.GetValueOrDefault(earlier.Fingerprint);

    /// <summary>Whether it could be judged at last, and fails: then it is no longer an unknown, and nothing was put right.</summary>
    public bool FailsNow(HistoryFinding earlier) => found.Contains(new FindingKey(earlier.Fingerprint, Verdict.Fail));

    /// <summary>For a finding that the run does not have: whether it is put right, and why that is so or not known.</summary>
    public (bool IsCleared, string Why) Of(HistoryFinding earlier)
    {
        if (FailsNow(earlier))
        {
            return (true, "it can be judged now, and fails");
        }

        if (found.Contains(new FindingKey(earlier.Fingerprint, Verdict.Unknown)))
        {
            return (false, "it cannot be judged now");
        }

        if (held.TryGetValue(earlier.Fingerprint, out var now))
        {
            return (true, now.Holds ? "it holds now" : $"{earlier.Rule} does not speak of it any more");
        }

        if (!rules.TryGetValue(earlier.Rule, out var rule))
        {
            return (false, $"{earlier.Rule} does not judge in this run");
        }

        return rule.Unknown > 0
            ? (false, $"it was not seen, and {earlier.Rule} could not judge everything")
            : (true, $"{earlier.Rule} judged everything and did not find it");
    }
}
