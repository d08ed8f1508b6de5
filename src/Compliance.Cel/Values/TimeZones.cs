using System.Buffers;

namespace Compliance.Cel.Values;

/// <summary>The optional zone of the timestamp accessors: an IANA name, or hours and minutes with or without a sign.</summary>
internal static class TimeZones
{
    /// <summary>Steps: a zone that is not known is looked for in the file system every time.</summary>
    public const long Cost = 200;

    private static readonly SearchValues<char> NameCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/");

    /// <summary>The wall clock in that zone at that moment, or null when there is no such zone here. An empty name is UTC.</summary>
    public static DateTime? Local(CelValue timestamp, string zone)
    {
        var utc = timestamp.AsTimestamp().UtcDateTime;
        if (TryOffset(zone, out var seconds))
        {
            return Shift(utc, TimeSpan.FromSeconds(seconds));
        }

        if (zone.Length == 0)
        {
            return utc;
        }

        return IsName(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? Shift(utc, found.GetUtcOffset(utc))
            : null;
    }

    /// <summary>
    /// Letters, digits and <c>_ + - /</c>, as IANA has them, so that a rule cannot make the machine open a file that is none
    /// of its zones.
    /// </summary>
    private static bool IsName(string zone) => zone.Length <= 64 && zone[0] != '/' && zone.AsSpan().IndexOfAnyExcept(NameCharacters) < 0;

    /// <summary><c>+02:00</c>, <c>-09:30</c> or <c>02:00</c>, in seconds.</summary>
    public static bool TryOffset(string text, out int seconds)
    {
        var sign = text.Length == 6 && text[0] == '-' ? -1 : 1;
        var digits = text.AsSpan(text.Length == 6 && text[0] is '+' or '-' ? 1 : 0);
        seconds = 0;
        if (digits.Length != 5 || digits[2] != ':' || !Two(digits, out var hours) || !Two(digits[3..], out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        seconds = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private static DateTime Shift(DateTime utc, TimeSpan offset)
    {
        var ticks = utc.Ticks + offset.Ticks;

        // In the first and last hours of the calendar a zone can point outside it; the edge itself is then shown.
        return new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
    }

    private static bool Two(ReadOnlySpan<char> text, out int number)
    {
        number = ((text[0] - '0') * 10) + (text[1] - '0');
        return char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]);
    }
}
