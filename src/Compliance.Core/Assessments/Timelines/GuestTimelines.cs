using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>The timelines of all guests: what is there and what ran, beside the windows that the policy promises today.</summary>
internal static class GuestTimelines
{
    /// <summary>By vmid, as guests are.</summary>
    public static ImmutableArray<GuestTimeline> Of(Estate estate) => [.. estate.Guests.Select(guest => Of(estate, guest))];

    private static GuestTimeline Of(Estate estate, GuestFacts guest)
    {
        var timeline = new GuestTimeline
        {
            Guest = guest.Id,
            Name = guest.State.Name,
            Promise = PromiseOf(guest),
            NoPromise = WhyNone(guest),
            Days = [],
        };
        return guest.Runs.Zone.Match(
            zone => Drawn(timeline, estate, guest, new LocalDays(zone!)),
            gap => timeline with { Undrawn = gap });
    }

    private static GuestTimeline Drawn(GuestTimeline timeline, Estate estate, GuestFacts guest, LocalDays days)
    {
        var first = days.Of(estate.AsOf).AddDays(1 - GuestTimeline.Shown);

        // Runs of two days more: a run of the evening before may have saved what is due on the first day.
        var from = estate.AsOf - TimeSpan.FromDays(GuestTimeline.Shown + 2);
        var sight = new GuestSight(estate, guest, from);
        return timeline with
        {
            Zone = days.Zone.Id,
            Unlisted = sight.Unlisted,
            Unrecorded = guest.Runs.RecordedSince.Match(since => days.Of(since) >= first ? Begins(guest, days.Of(since)) : null, gap => gap),
            Days = new TimelinePainter(sight, guest.Tier.IsKnown ? guest.Tier.Value : null, days).Paint(first, from, estate.AsOf),
        };
    }

    private static Gap Begins(GuestFacts guest, DateOnly day) => new(
        $"/nodes/{guest.State.Node}/tasks",
        string.Create(CultureInfo.InvariantCulture, $"the history of tasks begins on {day:yyyy-MM-dd}"));

    private static GuestPromise? PromiseOf(GuestFacts guest)
        => guest.Tier is { IsKnown: true, Value: { IsScheduled: true } tier }
            ? new GuestPromise(tier.Level, tier.Declared.Title.Value, tier.Declared.Calendar?.Value ?? tier.Schedule, tier.Keep.ToString(), tier.Slack)
            : null;

    private static string? WhyNone(GuestFacts guest) => guest switch
    {
        { Tier.Unreadable: { } gap } => $"which tier it is in is not known: {gap}",
        { Tier.Value: { IsScheduled: false } tier } => $"tier {tier.Level} ({tier.Declared.Title.Value}) promises no schedule",
        { Tier.Value: not null } => null,
        { Exemption.Unreadable: { } gap } => $"in no tier; whether it is exempt is not known: {gap}",
        { Exemption.Value: { } exemption } => $"exempt: {exemption.Reason.Value}",
        _ => "in no tier",
    };
}
