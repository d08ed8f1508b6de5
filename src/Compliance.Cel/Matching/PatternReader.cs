using System.Globalization;

namespace Compliance.Cel.Matching;

/// <summary>Reads a pattern by code points, and the escapes in it.</summary>
internal sealed class PatternReader(string pattern)
{
    public int At { get; private set; }

    public bool IsAtEnd => At >= pattern.Length;

    public char Current => IsAtEnd ? '\0' : pattern[At];

    public bool Take(string text)
    {
        if (string.CompareOrdinal(pattern, At, text, 0, text.Length) != 0)
        {
            return false;
        }

        At += text.Length;
        return true;
    }

    /// <summary>The character so many places on; NUL past the end.</summary>
    public char Ahead(int count) => At + count < pattern.Length ? pattern[At + count] : '\0';

    public bool Contains(string text) => pattern.IndexOf(text, At, StringComparison.Ordinal) >= 0;

    /// <summary>What is not read yet, to try something on.</summary>
    public string Copy() => pattern[At..];

    public void Skip(int count) => At += count;

    public int CodePoint()
    {
        if (IsAtEnd)
        {
            throw new PatternException("it ends too early");
        }

        var isPair = At + 1 < pattern.Length && char.IsSurrogatePair(pattern[At], pattern[At + 1]);
        var code = isPair ? char.ConvertToUtf32(pattern[At], pattern[At + 1]) : pattern[At];
        At += isPair ? 2 : 1;
        return code;
    }

    public string Until(string end)
    {
        var stop = pattern.IndexOf(end, At, StringComparison.Ordinal);
        if (stop < 0)
        {
            throw new PatternException($"{end} is missing");
        }

        var text = pattern[At..stop];
        At = stop + end.Length;
        return text;
    }

    /// <summary>The rest, for <c>\Q</c> without <c>\E</c>.</summary>
    public string Rest()
    {
        var text = pattern[At..];
        At = pattern.Length;
        return text;
    }

    /// <summary>A bounded repetition whose brace is the current character; null when the brace is a plain character.</summary>
    public (int From, int? To)? Repetition()
    {
        var close = pattern.IndexOf('}', At);
        if (close < 0)
        {
            return null;
        }

        var parts = pattern[(At + 1)..close].Split(',');
        if (parts.Length > 2 || !Number(parts[0], out var from) || (parts.Length == 2 && parts[1].Length > 0 && !Number(parts[1], out _)))
        {
            return null;
        }

        At = close + 1;
        int? to = parts.Length == 1 ? from : parts[1].Length == 0 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture);
        return from > 1000 || to > 1000 || to < from ? throw new PatternException("a repetition goes from fewer to more, up to 1000") : (from, to);
    }

    /// <summary>The code point of an escape whose backslash is taken.</summary>
    public int Escape()
    {
        var letter = CodePoint();
        return letter switch
        {
            'a' => 7,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            'x' => Hexadecimal(),
            '0' => Octal(),
            >= '1' and <= '9' => throw new PatternException("there are no back references"),
            _ when letter < 0x80 && !char.IsAsciiLetterOrDigit((char)letter) => letter,
            _ => throw new PatternException($"there is no \\{char.ConvertFromUtf32(letter)}"),
        };
    }

    private int Hexadecimal()
    {
        var digits = Take("{") ? Until("}") : Next(2);
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF
            ? code
            : throw new PatternException("\\x wants two hexadecimal digits, or some in braces");
    }

    private int Octal()
    {
        var code = 0;
        for (var i = 0; i < 2 && Current is >= '0' and <= '7'; i++)
        {
            code = (code * 8) + (CodePoint() - '0');
        }

        return code;
    }

    private string Next(int count)
    {
        var end = Math.Min(At + count, pattern.Length);
        var text = pattern[At..end];
        At = end;
        return text.Length == count ? text : string.Empty;
    }

    private static bool Number(string text, out int value)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
