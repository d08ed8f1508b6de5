namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// Local time of one zone as glibc's <c>localtime</c> and <c>mktime</c> compute it, in seconds. Proxmox leaves every question
/// of daylight saving to them, so their answers are the specification. Not for use by two threads at once.
/// </summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private const long Day = 86400;
    private const long Week = 7 * Day;
    private const int Probes = 6;
    private static readonly long First = new DateTimeOffset(DateTime.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long Last = new DateTimeOffset(DateTime.MaxValue, TimeSpan.Zero).ToUnixTimeSeconds();

    // No zone changes its offset there and back within a week (the shortest known, Ramadan in Morocco, is a month), so equal
    // offsets at both ends of a week hold in all of it. That saves the lookup in the rules for nearly every question.
    private long steadyFrom = long.MaxValue;
    private long steadyUntil = long.MinValue;
    private long steady;

    // mktime begins with the offset of its previous call; which of two equal local times it finds depends on that.
    private long guess;

    /// <summary>
    /// Local seconds (as if the local time were UTC) of an epoch. Also where a search starts: the offset in force here is the
    /// first guess of <see cref="ToEpoch"/>, as if the previous call had been for the event before. In an hour that repeats,
    /// an event is then found the first time, and the repetition is skipped.
    /// </summary>
    public long Start(long epoch)
    {
        guess = At(epoch);
        return epoch + guess;
    }

    /// <summary>The epoch of a local time that stands alone; of a time that repeats, the first.</summary>
    public long EpochOf(DateTime local)
    {
        var seconds = new DateTimeOffset(local, TimeSpan.Zero).ToUnixTimeSeconds();
        guess = At(seconds - Day);
        return ToEpoch(seconds);
    }

    /// <summary>
    /// mktime with an unknown isdst: the epoch of a local time. For a local time that a change of offset skips, the probing
    /// swings between two candidates and the later one is taken, an hour past what was asked. glibc takes the one with
    /// daylight saving, which is the same except where winter time counts as daylight saving (Europe/Dublin,
    /// Africa/Casablanca): there it lands before the gap, and a search that means to move on would stand still for ever.
    /// </summary>
    public long ToEpoch(long local)
    {
        var t = local - guess;
        var (previous, beforePrevious) = (t, t);
        for (var probe = 0; probe < Probes; probe++)
        {
            var difference = local - (t + At(t));
            if (difference == 0)
            {
                break;
            }

            if (t == beforePrevious && t != previous)
            {
                t = Math.Max(t, previous);
                break;
            }

            (beforePrevious, previous, t) = (previous, t, t + difference);
        }

        guess = local - t;
        return t;
    }

    /// <summary>Seconds to add to UTC at an epoch.</summary>
    public long At(long epoch)
    {
        if (epoch >= steadyFrom && epoch < steadyUntil)
        {
            return steady;
        }

        return Steady(epoch, Week) ?? Steady(epoch, Day) ?? Look(epoch);
    }

    private long? Steady(long epoch, long length)
    {
        var from = (epoch - (epoch < 0 ? length - 1 : 0)) / length * length;
        var atStart = from == steadyUntil ? steady : Look(from);
        if (atStart != Look(from + length))
        {
            return null;
        }

        (steadyFrom, steadyUntil, steady) = (from, from + length, atStart);
        return atStart;
    }

    private long Look(long epoch)
        => (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(epoch, First, Last)).UtcDateTime).TotalSeconds;
}
