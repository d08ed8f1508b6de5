using System.Globalization;
using System.Numerics;

namespace Compliance.Policies;

/// <summary>What the writer of an <see cref="ScalarKind.OddInteger"/> may have meant, for the sentence that says so.</summary>
internal static class OddIntegerText
{
    /// <summary>Longer ones are not worked out.</summary>
    private const int Longest = 60;

    /// <summary>Such as <c>the octal number 10</c> for <c>012</c>.</summary>
    public static string Reading(string value)
    {
        if (value.Length > Longest)
        {
            return "a number";
        }

        var digits = value.TrimStart('+', '-').Replace("_", "", StringComparison.Ordinal);
        if (digits.StartsWith("0x", StringComparison.Ordinal))
        {
            return $"the hexadecimal number {Parse(digits[2..], 16)}";
        }

        if (digits.StartsWith("0b", StringComparison.Ordinal))
        {
            return $"the binary number {Parse(digits[2..], 2)}";
        }

        var octal = digits.StartsWith("0o", StringComparison.Ordinal) ? digits[2..] : digits;
        return octal.Length > 1 && octal[0] == '0' && octal.All(c => c is >= '0' and <= '7') || digits.StartsWith("0o", StringComparison.Ordinal)
            ? $"the octal number {Parse(octal, 8)}"
            : $"the number {BigInteger.Parse("0" + digits, CultureInfo.InvariantCulture)}";
    }

    private static BigInteger Parse(string digits, int radix)
    {
        var sum = BigInteger.Zero;
        foreach (var digit in digits)
        {
            sum = sum * radix + Convert.ToInt32(digit.ToString(), 16);
        }

        return sum;
    }
}
