namespace Compliance.Core.Facts.Schedules;

/// <summary>The search for the next firing, step for step as in proxmox-time's compute_next_event, its limit included.</summary>
internal static class CalendarSearch
{
    private const int StepLimit = 1000;
    private const int LastYear = 9998;

    public static long? Next(CalendarEvent schedule, long after, ZoneClock clock)
    {
        var cursor = new CalendarCursor(after + 1, clock);
        for (var step = 0; step <= StepLimit; step++)
        {
            if (cursor.Year > LastYear)
            {
                return null;
            }

            if (!schedule.Year.IsAny && !schedule.Year.Matches(cursor.Year))
            {
                if (schedule.Year.Following(cursor.Year) is not (>= 0 and var year))
                {
                    return null;
                }

                cursor.AddYears(year - cursor.Year);
            }
            else if (IsDayMissed(schedule, ref cursor) || IsTimeMissed(schedule, ref cursor))
            {
                continue;
            }
            else
            {
                return cursor.ToEpoch();
            }
        }

        return null;
    }

    /// <summary>Moves to a candidate and says true when the day does not match.</summary>
    private static bool IsDayMissed(CalendarEvent schedule, ref CalendarCursor cursor)
    {
        if (!schedule.Month.IsAny && !schedule.Month.Matches(cursor.Month))
        {
            if (schedule.Month.Following(cursor.Month) is >= 0 and var month)
            {
                cursor.AddMonths(month - cursor.Month);
            }
            else
            {
                cursor.AddYears(1);
            }

            return true;
        }

        if (!schedule.Day.IsAny && !schedule.Day.Matches(cursor.Day))
        {
            if (schedule.Day.Following(cursor.Day) is >= 0 and var day)
            {
                cursor.AddDays(day - cursor.Day);
            }
            else
            {
                cursor.AddMonths(1);
            }

            return true;
        }

        if (schedule.Weekdays == 0 || (schedule.Weekdays >> cursor.Weekday & 1) != 0)
        {
            return false;
        }

        var weekday = cursor.Weekday + 1;
        while (weekday < 7 && (schedule.Weekdays >> weekday & 1) == 0)
        {
            weekday++;
        }

        cursor.AddDays(weekday - cursor.Weekday);
        return true;
    }

    /// <summary>Moves to a candidate and says true when the time of day does not match.</summary>
    private static bool IsTimeMissed(CalendarEvent schedule, ref CalendarCursor cursor)
    {
        if (!schedule.Hour.IsAny && !schedule.Hour.Matches(cursor.Hour))
        {
            if (schedule.Hour.Following(cursor.Hour) is >= 0 and var hour)
            {
                cursor.SetTime(hour, 0, 0);
            }
            else
            {
                cursor.AddDays(1);
            }

            return true;
        }

        if (!schedule.Minute.IsAny && !schedule.Minute.Matches(cursor.Minute))
        {
            if (schedule.Minute.Following(cursor.Minute) is >= 0 and var minute)
            {
                cursor.SetTime(cursor.Hour, minute, 0);
            }
            else
            {
                cursor.SetTime(cursor.Hour + 1, 0, 0);
            }

            return true;
        }

        if (!schedule.Second.IsAny && !schedule.Second.Matches(cursor.Second))
        {
            if (schedule.Second.Following(cursor.Second) is >= 0 and var second)
            {
                cursor.SetTime(cursor.Hour, cursor.Minute, second);
            }
            else
            {
                cursor.SetTime(cursor.Hour, cursor.Minute + 1, 0);
            }

            return true;
        }

        return false;
    }
}
