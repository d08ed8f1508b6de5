using System.Globalization;

namespace Compliance.Core.Facts.Schedules;

/// <summary>Finds the hour that somebody wrote as a minute.</summary>
public static class CalendarSlip
{
    private const int Hours = 24;

    /// <summary>
    /// What was probably meant by an event that fires at one minute of every hour: <c>22</c> and <c>*:22</c> are minute 22 of each,
    /// and people write them for 22:00. Null for any other event, and for minutes that are no hour.
    /// </summary>
    public static string? ProbablyMeant(CalendarEvent schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (!schedule.Hour.IsAny || schedule.Minute.Values is not [{ End: null, Step: null, Start: >= 0 and <= Hours } minute])
        {
            return null;
        }

        // The written day is kept: "sat 22" means Saturday at 22:00. Minute 0 of every hour is "hourly", which nobody writes by mistake.
        var text = schedule.ToString();
        var time = text.IndexOf("*:", StringComparison.Ordinal);
        return minute.Start == 0 || time < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{text[..time]}{minute.Start % Hours:D2}:00{(schedule.IsUtc ? " UTC" : "")}");
    }
}
