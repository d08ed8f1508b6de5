using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Assessments;

/// <summary>The days of one zone. A day has 23 or 25 hours when daylight saving time begins or ends, so days are counted on the calendar.</summary>
internal sealed class LocalDays(TimeZoneInfo zone)
{
    private readonly ZoneClock clock = new(zone);

    public TimeZoneInfo Zone => zone;

    public DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>Its first moment.</summary>
    public DateTimeOffset StartOf(DateOnly day) => DateTimeOffset.FromUnixTimeSeconds(clock.EpochOf(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>The same time of day so many days later.</summary>
    public DateTimeOffset After(DateTimeOffset moment, int days)
        => DateTimeOffset.FromUnixTimeSeconds(clock.EpochOf(TimeZoneInfo.ConvertTime(moment, zone).DateTime.AddDays(days)));
}
