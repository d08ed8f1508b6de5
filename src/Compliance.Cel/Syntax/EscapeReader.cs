using System.Globalization;
using System.Text;

namespace Compliance.Cel.Syntax;

/// <summary>
/// One escape sequence. In a string every number denotes a code point (<c>\xe9</c> is é); surrogates, even in pairs, and
/// numbers above 10FFFF are refused.
/// </summary>
internal static class EscapeReader
{
    private const string Simple = "\\?\"'`abfnrtv";
    private const string Meaning = "\\?\"'`\a\b\f\n\r\t\v";

    /// <summary>Appends what the sequence at the backslash means; gives its length, or 0 when it is none.</summary>
    public static int Read(string source, int backslash, bool isBytes, StringBuilder text)
    {
        var rest = source.AsSpan(backslash + 1);
        if (rest.Length == 0)
        {
            return 0;
        }

        var simple = Simple.IndexOf(rest[0], StringComparison.Ordinal);
        if (simple >= 0)
        {
            text.Append(Meaning[simple]);
            return 2;
        }

        return rest[0] switch
        {
            'x' or 'X' => Hex(rest[1..], 2, text),
            'u' when !isBytes => Hex(rest[1..], 4, text),
            'U' when !isBytes => Hex(rest[1..], 8, text),
            >= '0' and <= '3' => Octal(rest, text),
            _ => 0,
        };
    }

    private static int Hex(ReadOnlySpan<char> digits, int count, StringBuilder text)
        => digits.Length >= count
           && AllHex(digits[..count])
           && Append(uint.Parse(digits[..count], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), text)
            ? count + 2
            : 0;

    private static bool AllHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    private static int Octal(ReadOnlySpan<char> digits, StringBuilder text)
        => digits.Length >= 3
           && digits[1] is >= '0' and <= '7'
           && digits[2] is >= '0' and <= '7'
           && Append((uint)(((digits[0] - '0') * 64) + ((digits[1] - '0') * 8) + (digits[2] - '0')), text)
            ? 4
            : 0;

    private static bool Append(uint codePoint, StringBuilder text)
    {
        if (!Rune.TryCreate(codePoint, out var rune))
        {
            return false;
        }

        text.Append(rune.ToString());
        return true;
    }
}
