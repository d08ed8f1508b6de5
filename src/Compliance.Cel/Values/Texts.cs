using System.Text;

namespace Compliance.Cel.Values;

/// <summary>
/// Strings as sequences of code points, whatever UTF-16 does. A lone surrogate (only a host can make one) counts as one.
/// </summary>
internal static class Texts
{
    public static int Size(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>
    /// Order by code point. UTF-16 order puts U+FFFD after U+1F431, whose first unit is 0xD83D: surrogates are lifted above
    /// the rest before they are compared.
    /// </summary>
    public static int Compare(string left, string right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shared; i++)
        {
            if (left[i] != right[i])
            {
                return Weight(left[i]) - Weight(right[i]);
            }
        }

        return left.Length - right.Length;
    }

    /// <summary>The UTF-16 offset of a code point index 0..size, or -1 when it lies outside.</summary>
    public static int Offset(string text, long index)
    {
        if (index < 0 || index > text.Length)
        {
            return -1;
        }

        var offset = 0;
        for (; index > 0; index--)
        {
            if (offset >= text.Length)
            {
                return -1;
            }

            offset += Width(text, offset);
        }

        return offset;
    }

    /// <summary>UTF-16 units of the code point at an offset: 1 or 2.</summary>
    public static int Width(string text, int offset)
        => offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;

    public static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var end = text.Length; end > 0;)
        {
            var width = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            end -= width;
            reversed.Append(text, end, width);
        }

        return reversed.ToString();
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
