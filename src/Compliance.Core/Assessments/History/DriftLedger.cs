using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>
/// The drift ledger: what each finding is to the runs before. Pure; the runs are of one estate and one policy, in the order of the moments
/// they judged.
/// </summary>
public static class DriftLedger
{
    /// <summary>Of a run that the series holds.</summary>
    public static Ledger Of(RunSeries series, HistoryRun now)
        => Of(series.Start, series.UpTo(now).Runs.Where(run => run.Id != now.Id), now);

    /// <param name="start">what stays of runs before those</param>
    /// <param name="earlier">in their order</param>
    public static Ledger Of(LedgerMemory start, IEnumerable<HistoryRun> earlier, HistoryRun now) => Compare(earlier.Aggregate(start, Remember), now);

    /// <summary>What is known after one more run.</summary>
    public static LedgerMemory Remember(LedgerMemory before, HistoryRun run)
    {
        var sight = new RunSight(run);
        var tracked = before.Tracked.ToBuilder();
        foreach (var (key, track) in before.Tracked)
        {
            if (!sight.Has(track.Finding) && sight.Of(track.Finding).IsCleared)
            {
                tracked[key] = track with { Cleared = run.Mark };
            }
        }

        foreach (var finding in run.Findings.DistinctBy(FindingKey.Of))
        {
            var key = FindingKey.Of(finding);
            tracked[key] = before.Tracked.TryGetValue(key, out var track)
                ? track with { Finding = finding, LastSeen = run.Mark, Since = track.Cleared is null ? track.Since : run.Mark, Cleared = null }
                : new TrackedFinding { Finding = finding, FirstSeen = run.Mark, Since = run.Mark, LastSeen = run.Mark };
        }

        return new LedgerMemory
        {
            Last = run.Mark,
            LastRules = run.Rules.ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal),
            LastHeld = run.Held.DistinctBy(held => held.Fingerprint, StringComparer.Ordinal).ToImmutableDictionary(held => held.Fingerprint, StringComparer.Ordinal),
            Tracked = tracked.ToImmutable(),
        };
    }

    private static Ledger Compare(LedgerMemory before, HistoryRun now)
    {
        var sight = new RunSight(now);
        var gone = before.Tracked.Values
            .Where(track => track.Cleared is null && !sight.Has(track.Finding))
            .Where(track => track.Finding.Verdict == Verdict.Fail || !sight.FailsNow(track.Finding))
            .OrderBy(track => track.Finding.Rule, StringComparer.Ordinal)
            .ThenBy(track => track.Finding.Subject.Id, NaturalOrder.Comparer)
            .ThenBy(track => track.Finding.Fingerprint, StringComparer.Ordinal)
            .ThenBy(track => track.Finding.Verdict)
            .Select(track => Gone(track, sight, now))
            .ToList();
        return new Ledger
        {
            Previous = before.Last,
            Now = now.Mark,
            Findings = [.. now.Findings.Select(finding => Found(finding, before, now))],
            Resolved = [.. gone.Where(entry => entry.Standing == Standing.Resolved)],
            NotSeen = [.. gone.Where(entry => entry.Standing == Standing.NotSeen)],
        };
    }

    private static LedgerEntry Gone(TrackedFinding track, RunSight sight, HistoryRun now)
    {
        var (isCleared, why) = sight.Of(track.Finding);
        var held = isCleared ? sight.Held(track.Finding) : null;
        return new LedgerEntry
        {
            Finding = track.Finding,
            Standing = isCleared ? Standing.Resolved : Standing.NotSeen,
            Now = now.Mark,
            FirstSeen = track.FirstSeen,
            Since = track.Since,
            Before = track.LastSeen,
            Moved = isCleared ? Movement.Between(track.LastSeen, now.Mark) : null,
            Expected = held?.Expected is { } expected ? ValueChange.Of(track.Finding.Expected, expected) : null,
            Actual = held?.Actual is { } actual ? ValueChange.Of(track.Finding.Actual, actual) : null,
            Why = why,
        };
    }

    private static LedgerEntry Found(HistoryFinding finding, LedgerMemory before, HistoryRun now)
    {
        var entry = !before.Tracked.TryGetValue(FindingKey.Of(finding), out var track) ? Came(finding, before, now, null)
            : track.Cleared is not null ? Came(finding, before, now, track)
            : Stayed(finding, track, now);
        return finding.WaivedUntil is null ? entry : entry with { Standing = Standing.Waived };
    }

    private static LedgerEntry Stayed(HistoryFinding finding, TrackedFinding track, HistoryRun now)
    {
        var hadWaiver = track.Finding.WaivedUntil is not null && finding.WaivedUntil is null;
        var (expected, actual) = (ValueChange.Of(track.Finding.Expected, finding.Expected), ValueChange.Of(track.Finding.Actual, finding.Actual));
        return new LedgerEntry
        {
            Finding = finding,
            Standing = hadWaiver ? Standing.Returned : Standing.Unchanged,
            Now = now.Mark,
            FirstSeen = track.FirstSeen,
            Since = track.Since,
            Before = track.LastSeen,
            Moved = hadWaiver || expected is not null || actual is not null ? Movement.Between(track.LastSeen, now.Mark) : null,
            Expected = expected,
            Actual = actual,
            Why = hadWaiver ? "its waiver covers it no more" : null,
        };
    }

    private static LedgerEntry Came(HistoryFinding finding, LedgerMemory before, HistoryRun now, TrackedFinding? cleared)
    {
        var last = cleared?.Cleared ?? before.Last;
        var why = before.Last is null ? null : Doubt(finding, before);
        var held = why is null && last == before.Last ? before.LastHeld.GetValueOrDefault(finding.Fingerprint) : null;
        return new LedgerEntry
        {
            Finding = finding,
            Standing = cleared is null ? Standing.New : Standing.Returned,
            Now = now.Mark,
            FirstSeen = cleared?.FirstSeen ?? now.Mark,
            Since = now.Mark,
            Before = last,
            Moved = last is null || why is not null ? null : Movement.Between(last, now.Mark),
            Expected = held?.Expected is { } expected ? ValueChange.Of(expected, finding.Expected) : null,
            Actual = held?.Actual is { } actual ? ValueChange.Of(actual, finding.Actual) : null,
            Why = why,
        };
    }

    /// <summary>Why the run before proves nothing of a finding that it does not have; null when it proves that there was none.</summary>
    private static string? Doubt(HistoryFinding finding, LedgerMemory before)
    {
        var other = new FindingKey(finding.Fingerprint, finding.Verdict == Verdict.Fail ? Verdict.Unknown : Verdict.Fail);
        if (before.Tracked.TryGetValue(other, out var track) && track.LastSeen == before.Last)
        {
            return finding.Verdict == Verdict.Fail ? "it could not be judged before, so nobody knows since when" : "it failed before, and cannot be judged now";
        }

        if (!before.LastRules.TryGetValue(finding.Rule, out var rule))
        {
            return $"{finding.Rule} did not judge before, so nobody knows since when";
        }

        return rule.Unknown > 0 && finding.Verdict == Verdict.Fail && !before.LastHeld.ContainsKey(finding.Fingerprint)
            ? $"{finding.Rule} could not judge everything before, so nobody knows since when"
            : null;
    }
}
