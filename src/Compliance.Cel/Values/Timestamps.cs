using System.Globalization;

namespace Compliance.Cel.Values;

/// <summary>Timestamps as seconds since 1970 and nanoseconds: reading RFC 3339, writing, arithmetic, bounds.</summary>
internal static class Timestamps
{
    /// <summary>0001-01-01T00:00:00Z.</summary>
    public const long First = -62_135_596_800;

    /// <summary>9999-12-31T23:59:59Z.</summary>
    public const long Last = 253_402_300_799;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss";

    private const string Shape = "dddd-dd-ddTdd:dd:dd";

    public static CelValue FromTicks(long ticks)
        => InRange((ticks / TimeSpan.TicksPerSecond) + First, (int)(ticks % TimeSpan.TicksPerSecond) * 100);

    public static CelValue InRange(long seconds, int nanoseconds)
        => seconds is < First or > Last
            ? CelValue.Error("timestamp out of range (years 1 to 9999)")
            : CelValue.FromUnix(seconds, nanoseconds);

    public static CelValue Add(CelValue timestamp, Int128 nanoseconds)
    {
        var total = Nanoseconds(timestamp) + nanoseconds;
        var seconds = total / Durations.Second;
        var rest = total % Durations.Second;
        return rest < 0 ? InRange((long)seconds - 1, (int)(rest + Durations.Second)) : InRange((long)seconds, (int)rest);
    }

    public static CelValue Subtract(CelValue left, CelValue right) => Durations.InRange(Nanoseconds(left) - Nanoseconds(right));

    /// <summary>RFC 3339 in UTC with <c>Z</c>; the fraction without trailing zeros.</summary>
    public static string Text(CelValue timestamp)
    {
        var whole = timestamp.AsTimestamp().ToString(Pattern, CultureInfo.InvariantCulture);
        var fraction = timestamp.Nanosecond == 0
            ? ""
            : "." + timestamp.Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{whole}{fraction}Z";
    }

    /// <summary>
    /// RFC 3339 with a zone, capital T and Z, four digits of year, no second 60, no hour 24. Digits of the fraction beyond
    /// the ninth are dropped, as Go does.
    /// </summary>
    public static CelValue Parse(string text)
    {
        if (!HasShape(text)
            || !DateTime.TryParseExact(text.AsSpan(0, Shape.Length), Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return NotATimestamp(text);
        }

        var rest = text.AsSpan(Shape.Length);
        if (!TakeFraction(ref rest, out var nanoseconds) || !TryOffset(rest, out var offset))
        {
            return NotATimestamp(text);
        }

        return InRange((local.Ticks / TimeSpan.TicksPerSecond) + First - offset, nanoseconds);
    }

    private static Int128 Nanoseconds(CelValue timestamp) => ((Int128)timestamp.UnixSeconds * Durations.Second) + timestamp.Nanosecond;

    private static CelValue NotATimestamp(string text)
        => CelValue.Error($"{ValueText.Brief(text)} is not a timestamp: write 2023-01-31T08:00:00Z or 2023-01-31T08:00:00+01:00");

    private static bool HasShape(string text)
    {
        if (text.Length <= Shape.Length)
        {
            return false;
        }

        for (var i = 0; i < Shape.Length; i++)
        {
            if (Shape[i] == 'd' ? !char.IsAsciiDigit(text[i]) : text[i] != Shape[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool TakeFraction(ref ReadOnlySpan<char> rest, out int nanoseconds)
    {
        nanoseconds = 0;
        if (rest[0] != '.')
        {
            return true;
        }

        var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0)
        {
            return false;
        }

        for (var i = 0; i < 9; i++)
        {
            nanoseconds = (nanoseconds * 10) + (i < digits ? rest[1 + i] - '0' : 0);
        }

        rest = rest[(1 + digits)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> zone, out int seconds)
    {
        seconds = 0;
        return zone is "Z" || (zone.Length == 6 && zone[0] is '+' or '-' && TimeZones.TryOffset(zone.ToString(), out seconds));
    }
}
