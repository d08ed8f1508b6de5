using System.Buffers;
using System.Globalization;

namespace Compliance.Cel.Values;

/// <summary>Doubles to and from text as cel-go has them, so that results do not depend on the implementation.</summary>
internal static class Doubles
{
    private static readonly Dictionary<string, double> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nan"] = double.NaN,
        ["inf"] = double.PositiveInfinity,
        ["infinity"] = double.PositiveInfinity,
    };

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789.eE+-");

    /// <summary>
    /// The shortest digits that read back the same, with an exponent when it is below -4 or above 5: Go's
    /// <c>strconv.FormatFloat(v, 'g', -1, 64)</c>, which is what cel-go's <c>string(double)</c> calls.
    /// </summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        var (digits, exponent) = Decompose(Math.Abs(value));
        if (exponent is < -4 or > 5)
        {
            var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var whole = digits.PadRight(exponent + 1, '0');
        return whole.Length == exponent + 1 ? sign + whole : $"{sign}{whole[..(exponent + 1)]}.{whole[(exponent + 1)..]}";
    }

    /// <summary>Decimal text with optional sign, fraction and exponent, or NaN, Inf, Infinity in any case. No blanks, no hex, no underscore.</summary>
    public static bool TryParse(string text, out double value)
    {
        var unsigned = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        if (Named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(unsigned, out value))
        {
            value = text[0] == '-' ? -value : value;
            return true;
        }

        return unsigned.Length > 0
            && char.IsAsciiDigit(unsigned[^1]) | unsigned[^1] == '.'
            && unsigned.IndexOfAnyExcept(Characters) < 0
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>Digits without trailing zeros, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Decompose(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = point < 0 ? mantissa : whole + mantissa[(point + 1)..];
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return digits.Length == 0 ? ("0", 0) : (digits, exponent + whole.Length - 1 - leading);
    }
}
