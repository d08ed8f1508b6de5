using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Retention promised and real: one picture for each tier and, in it, for each set of live jobs that differs.</summary>
internal static class RetentionPictures
{
    private const string TooOften = "the runs are too many to be simulated";

    /// <summary>By tier, then by the first guest.</summary>
    public static ImmutableArray<RetentionPicture> Of(Estate estate)
    {
        var runs = new RetentionRuns(estate.AsOf);
        return
        [
            .. estate.Guests
                .Where(guest => guest.Tier is { IsKnown: true, Value: not null })
                .GroupBy(guest => (guest.Tier.Value!.Level, Zone: ZoneOf(guest), Jobs: Signature(guest)))
                .OrderBy(group => group.Key.Level)
                .Select(group => Of(estate, [.. group], runs)),
        ];
    }

    private static string ZoneOf(GuestFacts guest) => guest.Runs.Zone.Match(zone => zone!.Id, gap => gap.ToString());

    // Whether a job prunes at all is read apart from what it prunes by.
    private static Observed<ImmutableArray<(CoveringJob Job, RetentionJob Run)>> LiveJobs(GuestFacts guest) => guest.Forecast.LiveJobs.Then(jobs
        => jobs.Select(one => one.Job.OnNode.Removes.Unreadable).FirstOrDefault(gap => gap is not null) is { } unread
            ? Observation.Unreadable<ImmutableArray<(CoveringJob Job, RetentionJob Run)>>(unread)
            : Observation.Known(jobs));

    private static string Signature(GuestFacts guest) => LiveJobs(guest).Match(
        jobs => jobs.IsEmpty ? WhyUncovered(guest) : string.Join('\n', jobs.Select(one => $"{one.Job.Job.State.Id}|{one.Run.Schedule}|{one.Run.Keep}|{one.Run.IsPruning}")),
        gap => gap.ToString());

    private static string WhyUncovered(GuestFacts guest) => guest.Cover.WhyNot.Match(why => why!, gap => gap.ToString());

    private static RetentionPicture Of(Estate estate, ImmutableArray<GuestFacts> guests, RetentionRuns runs)
    {
        var (first, tier) = (guests[0], guests[0].Tier.Value!);
        var picture = new RetentionPicture
        {
            Level = tier.Level,
            Title = tier.Declared.Title.Value,
            Guests = [.. guests.Select(guest => guest.Id)],
            AsOf = DateOnly.FromDateTime(estate.AsOf.UtcDateTime),
            Zone = string.Empty,
            Promised = null,
            WhyNotPromised = null,
            Live = null,
            WhyNotLive = null,
            Present = [],
            Unlisted = [.. guests.Where(guest => !guest.History.Count.IsKnown).Select(guest => guest.Id)],
        };
        return first.Runs.Zone.Match(
            zone => Drawn(picture, estate, guests, new LocalDays(zone!), runs),
            gap => picture with { WhyNotPromised = gap.ToString(), WhyNotLive = gap.ToString() });
    }

    private static RetentionPicture Drawn(RetentionPicture picture, Estate estate, ImmutableArray<GuestFacts> guests, LocalDays days, RetentionRuns runs)
    {
        var (first, tier) = (guests[0], guests[0].Tier.Value!);
        var live = LiveJobs(first);
        var jobs = live.IsKnown ? live.Value : [];
        var (promised, whyNotPromised) = PromisedRuns.Of(tier, first, jobs) is { } plan
            ? (runs.Of(plan.Words, tier.Keep.ToString(), plan.Jobs, days), TooOften)
            : (null, "the policy promises no schedule, and no job runs that its retention could be tried on");
        var (real, whyNotReal) = live.Match<(RetentionSide? Side, string Why)>(
            known => (runs.Of(Schedules(first, known), Keeps(known), [.. known.Select(one => one.Run)], days), TooOften),
            gap => (null, gap.ToString()));
        return picture with
        {
            AsOf = days.Of(estate.AsOf),
            Zone = days.Zone.Id,
            Promised = promised,
            WhyNotPromised = promised is null ? whyNotPromised : null,
            Live = real,
            WhyNotLive = real is null ? whyNotReal : null,
            Present = PresentDays(guests, days, estate.AsOf),
        };
    }

    private static string Schedules(GuestFacts guest, ImmutableArray<(CoveringJob Job, RetentionJob Run)> jobs)
        => jobs.IsEmpty ? WhyUncovered(guest) : string.Join(", ", jobs.Select(one => $"{one.Job.Job.State.Schedule} (job \"{one.Job.Job.State.Id}\")"));

    private static string Keeps(ImmutableArray<(CoveringJob Job, RetentionJob Run)> jobs)
        => string.Join("; ", jobs
            .GroupBy(one => one.Job.OnNode.Retention.Match(retention => (retention!.Text, retention.Origin), gap => (gap.ToString(), "nobody knows what")))
            .Select(group => $"{group.Key.Item1} (set by {group.Key.Item2} {string.Join(" and ", group.Select(one => $"\"{one.Job.Job.State.Id}\""))})"));

    private static ImmutableArray<PresentDay> PresentDays(ImmutableArray<GuestFacts> guests, LocalDays days, DateTimeOffset asOf) =>
    [
        .. guests
            .SelectMany(guest => guest.History.Points.Where(point => point.CreatedAt <= asOf).Select(point => days.Of(point.CreatedAt)).Distinct())
            .CountBy(day => day)
            .OrderByDescending(day => day.Key)
            .Select(day => new PresentDay(day.Key, day.Value)),
    ];
}
