using System.Collections.Immutable;

namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// The firings of one schedule in one zone, a day at a time. Within a day without a change of offset, what follows a firing
/// depends on its time of day alone: the date already matches and stays so. So a day's firings are searched once per time of
/// day of its first one, and a year of a minutely schedule costs 366 searches and one day, not 525600 searches.
/// </summary>
internal sealed class FiringSequence(CalendarEvent schedule, TimeZoneInfo zone)
{
    private const int DaySeconds = 86400;

    private readonly ZoneClock clock = schedule.ClockFor(zone);
    private readonly Dictionary<int, DayPattern> patterns = [];

    // A search that leaves a day enters the next one at midnight, unless an open-ended step carries over into it.
    private readonly bool entersAtMidnight = !new[] { schedule.Hour, schedule.Minute, schedule.Second }
        .Any(field => field.Values.Any(value => value.IsOpenEnded));

    /// <summary>The days whose first firing lies from one epoch to another, both included. The last day may reach beyond.</summary>
    public IEnumerable<FiringDay> Days(long from, long until)
    {
        var after = from - 1;
        while (Following(after) is { } first && first <= until)
        {
            var day = DayOf(first);
            yield return day;
            after = day.IsPlain && entersAtMidnight ? day.Start + DaySeconds - 1 : day.Last;
        }
    }

    public IEnumerable<long> Firings(long from, long until)
    {
        foreach (var day in Days(from, until))
        {
            foreach (var offset in day.Pattern.Offsets)
            {
                if (day.Start + offset > until)
                {
                    yield break;
                }

                yield return day.Start + offset;
            }
        }
    }

    /// <summary>The next firing; null also if the search fell back, which would never end.</summary>
    public long? Following(long after) => schedule.NextFiring(after, clock) is { } next && next > after ? next : null;

    private FiringDay DayOf(long first)
    {
        var offset = clock.At(first);
        var ofDay = (int)((((first + offset) % DaySeconds) + DaySeconds) % DaySeconds);
        var midnight = first - ofDay;
        if (clock.At(midnight) != offset || clock.At(midnight + DaySeconds) != offset)
        {
            return new FiringDay(midnight, Search(first, midnight), IsPlain: false);
        }

        if (!patterns.TryGetValue(ofDay, out var pattern))
        {
            pattern = Search(first, midnight);
            patterns.Add(ofDay, pattern);
        }

        return new FiringDay(midnight, pattern, IsPlain: true);
    }

    private DayPattern Search(long first, long midnight)
    {
        var offsets = ImmutableArray.CreateBuilder<int>();
        for (long? firing = first; firing < midnight + DaySeconds; firing = Following(firing.Value))
        {
            offsets.Add((int)(firing.Value - midnight));
        }

        return new DayPattern(offsets.ToImmutable());
    }
}
