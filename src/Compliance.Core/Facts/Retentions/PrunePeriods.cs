using System.Globalization;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>The periods a backup stands for, each as a number that equals that of every other backup of the period.</summary>
internal readonly record struct PrunePeriods(long Second, int Hour, int Day, int Week, int Month, int Year)
{
    public const int Kinds = 6;

    private const int DayHours = 24;

    /// <summary>
    /// Local time of the node that prunes decides: hour, calendar day, ISO week, month, year. Both hours of a repeated hour
    /// have the same number, as they have the same name in Proxmox.
    /// </summary>
    public static PrunePeriods Of(DateTimeOffset time, ZoneClock clock)
    {
        var epoch = time.ToUnixTimeSeconds();
        var local = DateTimeOffset.FromUnixTimeSeconds(epoch + clock.At(epoch)).UtcDateTime;
        var day = DateOnly.FromDateTime(local).DayNumber;
        return new PrunePeriods(
            epoch,
            (day * DayHours) + local.Hour,
            day,
            (ISOWeek.GetYear(local) * 100) + ISOWeek.GetWeekOfYear(local),
            (local.Year * 12) + local.Month,
            local.Year);
    }

    /// <summary>The period for the option at a place in the fixed order last, hourly, daily, weekly, monthly, yearly.</summary>
    public long At(int kind) => kind switch
    {
        0 => Second,
        1 => Hour,
        2 => Day,
        3 => Week,
        4 => Month,
        _ => Year,
    };
}
