using System.Globalization;

namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// One element of a comma list in a calendar event: <c>5</c>, <c>5..9</c>, <c>5/2</c> or <c>5..9/2</c>.
/// </summary>
/// <param name="Start">the first matching value</param>
/// <param name="End">the last value that may match; null when the element has no <c>..</c></param>
/// <param name="Step">the distance of repetitions; null without a <c>/</c>, and 0 means the start alone</param>
internal readonly record struct CalendarValue(int Start, int? End, int? Step)
{
    /// <summary><c>a/step</c>: no end was written, so the search runs over the edge of the unit.</summary>
    public bool IsOpenEnded => Step > 0 && End is null;

    public bool Matches(int value)
    {
        if (value < Start || value > (End ?? int.MaxValue))
        {
            return false;
        }

        return Step switch
        {
            null => End is not null || value == Start,
            0 => value == Start,
            { } step => (value - Start) % step == 0,
        };
    }

    /// <summary>
    /// The smallest matching value above <paramref name="value"/>, or -1. An open-ended repetition has no upper bound here,
    /// not even the length of the unit: <c>0/5</c> as an hour goes on to 25. Proxmox lets the calendar carry that over, which
    /// is why <c>*/5:00</c> never fires at midnight and <c>*-*-1/7</c> skips the 1st (proxmox-time, date_time_value.rs).
    /// </summary>
    public int Following(int value)
    {
        if (value < Start)
        {
            return Start;
        }

        var next = Step switch
        {
            null => End is null ? -1 : value + 1,
            0 => -1,
            { } step => Start + ((value - Start + step) / step * step),
        };
        return next <= (End ?? int.MaxValue) ? next : -1;
    }

    public string Print(string format)
    {
        var text = Start.ToString(format, CultureInfo.InvariantCulture);
        text = End is { } end ? text + ".." + end.ToString(format, CultureInfo.InvariantCulture) : text;
        return Step is { } step ? text + "/" + step.ToString(CultureInfo.InvariantCulture) : text;
    }
}
