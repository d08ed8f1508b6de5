using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>Parts of timestamps, in UTC or a zone, and of durations.</summary>
internal static class TimeFunctions
{
    private const long Millisecond = 1_000_000;

    public static IEnumerable<Overload> All
    {
        get
        {
            foreach (var (name, part) in new (string, Func<DateTime, long>)[]
            {
                ("getFullYear", t => t.Year),
                ("getMonth", t => t.Month - 1),
                ("getDayOfYear", t => t.DayOfYear - 1),
                ("getDayOfMonth", t => t.Day - 1),
                ("getDate", t => t.Day),
                ("getDayOfWeek", t => (long)t.DayOfWeek),
                ("getHours", t => t.Hour),
                ("getMinutes", t => t.Minute),
                ("getSeconds", t => t.Second),
                ("getMilliseconds", t => t.Millisecond),
            })
            {
                yield return Overload.Method(name, CelType.Int, (a, _) => CelValue.Of(part(a[0].AsTimestamp().UtcDateTime)), CelType.Timestamp);
                yield return Overload.Method(name, CelType.Int, (a, _) => InZone(a[0], a[1].AsString(), part), CelType.Timestamp, CelType.String);
            }

            yield return Whole("getHours", 3600 * Durations.Second);
            yield return Whole("getMinutes", 60 * Durations.Second);
            yield return Whole("getSeconds", Durations.Second);

            // The part below a second, unlike the others, by the specification's own vectors.
            yield return Overload.Method("getMilliseconds", CelType.Int, (a, _) => CelValue.Of(a[0].AsNanoseconds() % Durations.Second / Millisecond), CelType.Duration);
        }
    }

    private static Overload Whole(string name, long unit)
        => Overload.Method(name, CelType.Int, (a, _) => CelValue.Of(a[0].AsNanoseconds() / unit), CelType.Duration);

    private static CelValue InZone(CelValue timestamp, string zone, Func<DateTime, long> part)
        => TimeZones.Local(timestamp, zone) is { } local
            ? CelValue.Of(part(local))
            : CelValue.Error($"{ValueText.Quote(zone)} is not a time zone known here: write Europe/Vienna or +02:00");
}
