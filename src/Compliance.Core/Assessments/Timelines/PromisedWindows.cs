using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;

namespace Compliance.Core.Assessments;

/// <summary>
/// The promised windows in which a guest was not saved. Where the tier names a calendar, each of its firings opens one; where it leaves
/// the time open, a backup is due one cadence after the one before, as rules judge it.
/// </summary>
internal sealed class PromisedWindows(TierFacts tier, LocalDays days)
{
    /// <summary>A calendar that fires more often in the time shown is read as its cadence.</summary>
    private const int MostFirings = 5_000;

    /// <summary>So much before the first day that is shown: a window of it may open with the one before.</summary>
    private static readonly TimeSpan LeadIn = TimeSpan.FromDays(40);

    /// <summary>Days that a window is due on, whether it was met or not; none where the policy leaves the day open.</summary>
    public Func<DateOnly, bool> DueDays(DateTimeOffset from, DateTimeOffset until)
    {
        if (Calendar(from, until) is not { } firings)
        {
            return _ => tier.Period == TimeSpan.FromDays(1);
        }

        var due = firings.Select(days.Of).ToHashSet();
        return due.Contains;
    }

    /// <param name="saves">oldest first</param>
    /// <param name="begin">from when on windows are asked of where no save tells: when the guest was made, or first heard of; null for never</param>
    public IEnumerable<PromisedWindow> Unmet(IReadOnlyList<GuestSave> saves, DateTimeOffset? begin, DateTimeOffset from, DateTimeOffset until)
        => !tier.IsScheduled ? [] : Calendar(from, until) is { } firings
            ? OfCalendar(firings, saves, until)
            : OfCadence(saves, begin is { } first && first < from - LeadIn ? from - LeadIn : begin, until);

    private ImmutableArray<DateTimeOffset>? Calendar(DateTimeOffset from, DateTimeOffset until)
    {
        if (tier.Calendar is not { } calendar)
        {
            return null;
        }

        var firings = calendar.Firings(days.Zone, from - LeadIn, until).Take(MostFirings + 1).ToImmutableArray();
        return firings.Length > MostFirings ? null : firings;
    }

    // A run may be early by half of the time since the firing before; one save stands for one window.
    private IEnumerable<PromisedWindow> OfCalendar(ImmutableArray<DateTimeOffset> firings, IReadOnlyList<GuestSave> saves, DateTimeOffset until)
    {
        var next = 0;
        for (var i = 1; i < firings.Length; i++)
        {
            var window = new PromisedWindow(firings[i] - ((firings[i] - firings[i - 1]) / 2), firings[i], firings[i] + tier.Slack);
            while (next < saves.Count && saves[next].Time < window.Opens)
            {
                next++;
            }

            if (next < saves.Count && saves[next].Time <= window.Closes)
            {
                next++;
            }
            else if (window.Due <= until)
            {
                yield return window;
            }
        }
    }

    private IEnumerable<PromisedWindow> OfCadence(IReadOnlyList<GuestSave> saves, DateTimeOffset? begin, DateTimeOffset until)
    {
        var step = (int)tier.Period!.Value.TotalDays;
        var anchors = saves.Select(save => save.Time).ToList();
        if (begin is { } first && (anchors.Count == 0 || first < anchors[0]))
        {
            anchors.Insert(0, first);
        }

        for (var i = 0; i < anchors.Count; i++)
        {
            var end = i + 1 < anchors.Count ? anchors[i + 1] : until;
            var isExact = saves.Count > 0 && anchors[i] >= saves[0].Time;
            for (var (before, at) = (anchors[i], days.After(anchors[i], step)); at <= end; (before, at, isExact) = (at, days.After(at, step), false))
            {
                // The hour is exact one period after a save only; any later, the day that has a save has what it promised.
                if (i + 1 == anchors.Count || (at + tier.Slack < end && (isExact || days.Of(at) != days.Of(end))))
                {
                    yield return new PromisedWindow(before, at, at + tier.Slack);
                }
            }
        }
    }
}
