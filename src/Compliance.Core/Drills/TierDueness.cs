using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Drills;

/// <summary>Whether a tier's restore test is due: what BKP501 to BKP505 find, put in time.</summary>
internal static class TierDueness
{
    public static TierDrill Of(TierFacts tier, Estate estate, TimeSpan within) => tier.NeedsRestoreTest.Match(
        needs => needs ? Needed(tier, estate, within) : Found(tier, DrillState.NotNeeded, null, WhyNotNeeded(tier, estate)),
        gap => Found(tier, DrillState.Unknown, null, $"whether any guest is in this tier could not be seen: {gap}"));

    private static TierDrill Needed(TierFacts tier, Estate estate, TimeSpan within)
    {
        var tests = tier.RestoreTests;
        if (tests.Newest is not { } newest)
        {
            var tried = tests.Failed.Concat(tests.OntoSource).FirstOrDefault();
            return Found(tier, DrillState.Never, null, $"no successful restore test is recorded{(tried is null ? "" : $"; without success: {tried}")}");
        }

        if (tests.Failed.Concat(tests.OntoSource).FirstOrDefault() is { } failed)
        {
            return Found(tier, DrillState.Failed, null, $"since the newest successful test, without success: {failed}");
        }

        var every = estate.Policy.Validation?.RestoreTestEvery?.Value;
        var dueAt = newest.Finished.Value + every;
        var last = string.Create(CultureInfo.InvariantCulture, $"last tested {newest.Finished.Value.UtcDateTime:yyyy-MM-dd} with {newest.Guest.Value}");
        if (dueAt is { } passed && passed < estate.AsOf)
        {
            return Found(tier, DrillState.Stale, dueAt, $"{last}; the policy wants a test every {HumanText.Of(every!.Value)}, so it is due since {Day(passed)}");
        }

        return tests.Contradictions.Match(
            contradicted => contradicted.IsEmpty
                ? InTime(tier, estate, within, dueAt, last)
                : Found(tier, DrillState.Contradicted, null, $"the live system contradicts {contradicted[0]}"),
            gap => dueAt - estate.AsOf <= within
                ? Found(tier, DrillState.Soon, dueAt, $"{last}; due on {Day(dueAt!.Value)}")
                : Found(tier, DrillState.Unconfirmed, dueAt, $"{last}, by the record alone: {gap}"));
    }

    private static TierDrill InTime(TierFacts tier, Estate estate, TimeSpan within, DateTimeOffset? dueAt, string last) => dueAt switch
    {
        null => Found(tier, DrillState.Proven, null, $"{last}; the policy does not say how often (validation.restore-test-every)"),
        { } at when at - estate.AsOf <= within => Found(tier, DrillState.Soon, at, $"{last}; due on {Day(at)}"),
        { } at => Found(tier, DrillState.Proven, at, $"{last}; not due before {Day(at)}"),
    };

    private static string WhyNotNeeded(TierFacts tier, Estate estate)
        => estate.Policy.Validation is null ? "the policy asks for no restore tests (it has no validation:)"
            : !tier.IsScheduled ? "the policy wants no scheduled backups of this tier"
            : "no guest is in this tier";

    private static TierDrill Found(TierFacts tier, DrillState state, DateTimeOffset? dueAt, string why)
        => new() { Level = tier.Level, Title = tier.Declared.Title.Value, State = state, DueAt = dueAt, Why = why };

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
