using System.Buffers;
using System.Globalization;

namespace Compliance.Cel.Values;

/// <summary>Durations as nanoseconds in 64 bits: reading, writing, bounds.</summary>
internal static class Durations
{
    public const long Second = 1_000_000_000;

    private static readonly (string Name, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1_000), ("\u00b5s", 1_000), ("\u03bcs", 1_000), ("ms", 1_000_000),
        ("s", Second), ("m", 60 * Second), ("h", 3600 * Second),
    ];

    private static readonly SearchValues<char> NumberStart = SearchValues.Create("0123456789.");

    public static CelValue FromTicks(long ticks)
    {
        var nanoseconds = (Int128)ticks * 100;
        return InRange(nanoseconds);
    }

    public static CelValue InRange(Int128 nanoseconds)
        => nanoseconds < long.MinValue || nanoseconds > long.MaxValue
            ? CelValue.Error("duration out of range (about 292 years)")
            : CelValue.FromNanoseconds((long)nanoseconds);

    /// <summary>
    /// Optional sign, then number and unit (h m s ms us ns) once or more in any order; <c>0</c> needs no unit. Digits below a
    /// nanosecond are dropped, as Go does.
    /// </summary>
    public static CelValue Parse(string text)
    {
        var rest = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        if (rest is "0")
        {
            return CelValue.FromNanoseconds(0);
        }

        Int128 total = 0;
        var parts = 0;
        for (; rest.Length > 0; parts++)
        {
            if (!TakePart(ref rest, out var part) || (total += part) > (Int128)long.MaxValue + 1)
            {
                parts = 0;
                break;
            }
        }

        return parts == 0
            ? CelValue.Error($"{ValueText.Brief(text)} is not a duration within about 292 years: write 90s, 1h30m or 1.5h (units h m s ms us ns)")
            : InRange(text[0] == '-' ? -total : total);
    }

    /// <summary>Seconds with up to nine decimals: <c>5400s</c>, <c>-0.001s</c>.</summary>
    public static string Text(long nanoseconds)
    {
        var size = UInt128.CreateChecked(Int128.Abs(nanoseconds));
        var (seconds, rest) = ((long)(size / (ulong)Second), (long)(size % (ulong)Second));
        var fraction = rest == 0 ? "" : "." + rest.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{(nanoseconds < 0 ? "-" : "")}{seconds}{fraction}s");
    }

    private static bool TakePart(scoped ref ReadOnlySpan<char> rest, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var whole = TakeDigits(ref rest);
        var fraction = default(ReadOnlySpan<char>);
        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        // 19 digits hold any number of nanoseconds in range; longer text is out of range or padding that nobody writes.
        if ((whole.Length == 0 && fraction.Length == 0) || whole.Length > 19 || !TakeUnit(ref rest, out var unit))
        {
            return false;
        }

        var value = whole.Length == 0 ? 0 : Int128.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture);
        nanoseconds = (value * unit) + Fraction(fraction, unit);
        return true;
    }

    private static Int128 Fraction(ReadOnlySpan<char> digits, long unit)
    {
        digits = digits.Length > 18 ? digits[..18] : digits;
        if (digits.Length == 0)
        {
            return 0;
        }

        Int128 scale = 1;
        for (var i = 0; i < digits.Length; i++)
        {
            scale *= 10;
        }

        return Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * unit / scale;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        end = end < 0 ? rest.Length : end;
        var digits = rest[..end];
        rest = rest[end..];
        return digits;
    }

    private static bool TakeUnit(scoped ref ReadOnlySpan<char> rest, out long nanoseconds)
    {
        var end = rest.IndexOfAny(NumberStart);
        var name = end < 0 ? rest : rest[..end];
        foreach (var unit in Units)
        {
            if (name.SequenceEqual(unit.Name))
            {
                rest = rest[name.Length..];
                nanoseconds = unit.Nanoseconds;
                return true;
            }
        }

        nanoseconds = 0;
        return false;
    }
}
