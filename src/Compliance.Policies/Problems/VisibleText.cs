using System.Globalization;
using System.Text;

namespace Compliance.Policies;

/// <summary>Makes untrusted text safe for a terminal: nothing in it can move the cursor, change colours or reorder what is read.</summary>
internal static class VisibleText
{
    private const string Tab = "    ";

    /// <summary>Characters that act instead of showing are written as <c>\u001B</c>.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(Acts) && !HasLoneSurrogate(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogatePair(text, index))
            {
                result.Append(character).Append(text[++index]);
            }
            else if (Acts(character) || char.IsSurrogate(character))
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString();
    }

    /// <summary>The same for a source line, where columns count: each such character is one U+FFFD, a tab four blanks.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogatePair(text, index))
            {
                result.Append(character).Append(text[++index]);
            }
            else if (character == '\t')
            {
                result.Append(Tab);
            }
            else
            {
                result.Append(Acts(character) || char.IsSurrogate(character) ? '\uFFFD' : character);
            }
        }

        return result.ToString();
    }

    /// <summary>How many columns of a terminal the text takes: combining marks none, East Asian wide characters and emoji two.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
                _ => IsWide(rune.Value) ? 2 : 1,
            };
        }

        return columns;
    }

    /// <summary>Controls, line and paragraph separators, and format characters such as the bidirectional overrides (CVE-2021-42574).</summary>
    private static bool Acts(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The wide blocks of Unicode's EastAsianWidth.txt, in large strokes.</summary>
    private static bool IsWide(int code) => code
        is >= 0x1100 and <= 0x115F
        or >= 0x2E80 and <= 0xA4CF
        or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE6F
        or >= 0xFF00 and <= 0xFF60
        or >= 0xFFE0 and <= 0xFFE6
        or >= 0x1F300 and <= 0x1FAFF
        or >= 0x20000 and <= 0x3FFFD;
}
