using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The accessors of timestamps, in UTC or in a zone, and of durations.</summary>
internal static class TimeFunctions
{
    public static IEnumerable<Overload> All =>
    [
        .. Part("getFullYear", (local, _) => local.Year),
        .. Part("getMonth", (local, _) => local.Month - 1),
        .. Part("getDate", (local, _) => local.Day),
        .. Part("getDayOfMonth", (local, _) => local.Day - 1),
        .. Part("getDayOfWeek", (local, _) => (int)local.DayOfWeek),
        .. Part("getDayOfYear", (local, _) => local.DayOfYear - 1),
        .. Part("getHours", (local, _) => local.Hour),
        .. Part("getMinutes", (local, _) => local.Minute),
        .. Part("getSeconds", (local, _) => local.Second),
        .. Part("getMilliseconds", (_, nanosecond) => nanosecond / 1_000_000),
        Total("getHours", nanoseconds => nanoseconds / (3600 * Durations.Second)),
        Total("getMinutes", nanoseconds => nanoseconds / (60 * Durations.Second)),
        Total("getSeconds", nanoseconds => nanoseconds / Durations.Second),

        // The specification's own vectors want the millisecond part here, where the other three give totals.
        Total("getMilliseconds", nanoseconds => nanoseconds / 1_000_000 % 1000),
    ];

    private static IEnumerable<Overload> Part(string name, Func<DateTime, int, long> part) =>
    [
        new(name, true, [CelType.Timestamp], CelType.Int, (a, _) => CelValue.Of(part(a[0].AsTimestamp().UtcDateTime, a[0].Nanosecond))),
        new(name, true, [CelType.Timestamp, CelType.String], CelType.Int, (a, frame) => InZone(a[0], a[1].AsString(), part, frame)),
    ];

    private static CelValue InZone(CelValue timestamp, string zone, Func<DateTime, int, long> part, Frame frame)
    {
        if (!frame.Charge(TimeZones.Cost))
        {
            return frame.Exhausted;
        }

        return TimeZones.Local(timestamp, zone) is { } local
            ? CelValue.Of(part(local, timestamp.Nanosecond))
            : CelValue.Error($"the time zone {ValueText.Brief(zone)} is not known here");
    }

    private static Overload Total(string name, Func<long, long> total)
        => new(name, true, [CelType.Duration], CelType.Int, (a, _) => CelValue.Of(total(a[0].AsNanoseconds())));
}
