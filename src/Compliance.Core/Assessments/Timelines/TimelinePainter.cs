using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Marks the days of one guest.</summary>
/// <param name="tier">whose promise counts; null when there is none, or nobody knows it</param>
internal sealed class TimelinePainter(GuestSight sight, TierFacts? tier, LocalDays days)
{
    private readonly Dictionary<DateOnly, int> missed = [];
    private readonly HashSet<DateOnly> unproven = [];

    public ImmutableArray<TimelineDay> Paint(DateOnly first, DateTimeOffset from, DateTimeOffset asOf)
    {
        Func<DateOnly, bool> isDue = _ => false;
        if (tier is { IsScheduled: true })
        {
            var windows = new PromisedWindows(tier, days);
            isDue = windows.DueDays(from, asOf);
            Sort(windows.Unmet(sight.Saves, sight.HeardOf, from, asOf), asOf);
        }

        var points = sight.Saves.Where(save => save.IsPresent).CountBy(save => days.Of(save.Time)).ToDictionary();
        var failed = sight.Failures.CountBy(days.Of).ToDictionary();
        var ran = sight.Saves.Where(save => !save.IsPresent).Select(save => days.Of(save.Time)).ToHashSet();
        var gone = Gone();
        return
        [
            .. Enumerable.Range(0, GuestTimeline.Shown).Select(first.AddDays).Select(day =>
            {
                var there = points.GetValueOrDefault(day);
                var holes = missed.GetValueOrDefault(day);
                var mark = there > 0 ? holes > 0 ? DayMark.Partly : DayMark.Present
                    : IsBeforeGuest(day) ? DayMark.NotMade
                    : holes > 0 ? DayMark.Missed
                    : gone.Contains(day) ? DayMark.Gone
                    : ran.Contains(day) ? DayMark.Ran
                    : IsKnown(day) ? DayMark.Nothing : DayMark.NotKnown;
                return new TimelineDay(day, mark, there, holes, failed.GetValueOrDefault(day), isDue(day) && mark != DayMark.NotMade);
            }),
        ];
    }

    private void Sort(IEnumerable<PromisedWindow> unmet, DateTimeOffset asOf)
    {
        foreach (var window in unmet.Where(window => window.Closes <= asOf))
        {
            if (sight.MadeAt is { } made && window.Due < made)
            {
                continue;
            }

            var day = days.Of(window.Due);
            if (sight.IsProvenMissed(window))
            {
                missed[day] = missed.GetValueOrDefault(day) + 1;
            }
            else
            {
                unproven.Add(day);
            }
        }
    }

    private bool IsBeforeGuest(DateOnly day) => sight.MadeAt is { } made && day < days.Of(made);

    // A guest that does not say when it was made, promised backups, before anything is heard of it: it may have been there unsaved.
    private bool IsInDoubtWhetherThere(DateOnly day)
        => tier is { IsScheduled: true } && sight.MadeAt is null && !(sight.HeardOf is { } heard && days.Of(heard) <= day);

    // A whole day of which every run is on record and every restore point listed; of the day that is judged, what there was of it.
    private bool IsKnown(DateOnly day)
        => !unproven.Contains(day)
            && !IsInDoubtWhetherThere(day)
            && sight.Unlisted is null
            && day <= days.Of(sight.Seen)
            && sight.IsRecordedSince(days.StartOf(day))
            && !sight.Doubts.Any(at => days.Of(at) == day);

    // A run by hand may have written where nobody looks. Pruned by the policy's own retention, run by run, as Proxmox would: what is left and yet not there was lost.
    private HashSet<DateOnly> Gone()
    {
        if (tier is null || tier.Keep.IsKeepAll)
        {
            return [];
        }

        var promised = RetentionSimulation.Replay(sight.Saves.Where(save => !save.IsProtected).Select(save => (save.Time, tier.Keep)), days.Zone).ToHashSet();
        return
        [
            .. sight.Saves
                .Where(save => save is { IsPresent: false, IsScheduled: true } && promised.Contains(DateTimeOffset.FromUnixTimeSeconds(save.Time.ToUnixTimeSeconds())) && sight.KnowsAllSince(save.Time))
                .Select(save => days.Of(save.Time)),
        ];
    }
}
