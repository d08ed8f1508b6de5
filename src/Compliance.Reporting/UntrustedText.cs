using System.Globalization;
using System.Text;

namespace Compliance.Reporting;

/// <summary>
/// The one place where text from outside becomes harmless to look at. Guest names, comments and error texts are written by
/// whoever may edit a guest; an escape sequence in one can repaint a terminal, a bidirectional override can reverse a verdict.
/// Nothing is dropped: what cannot be seen is spelled out. Escaping for HTML, Markdown or JSON comes after, and is theirs.
/// </summary>
public static class UntrustedText
{
    /// <summary>One visible line: controls, line breaks, bidirectional and invisible characters are written as <c>\n</c>, <c>\x1B</c>, <c>\u202E</c>.</summary>
    public static string Visible(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var first = FirstDeceptive(text);
        if (first < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var at = first; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                Spell(visible, text[at++]);
                continue;
            }

            if (IsDeceptive(rune))
            {
                Spell(visible, rune.Value);
            }
            else
            {
                visible.Append(text, at, rune.Utf16SequenceLength);
            }

            at += rune.Utf16SequenceLength;
        }

        return visible.ToString();
    }

    /// <summary>As <see cref="Visible"/>, cut after <paramref name="limit"/> characters; what was cut is counted, never hidden.</summary>
    public static string Shortened(string? text, int limit)
    {
        var visible = Visible(text);
        if (visible.Length <= limit)
        {
            return visible;
        }

        var end = char.IsHighSurrogate(visible[limit - 1]) ? limit - 1 : limit;
        return string.Create(CultureInfo.InvariantCulture, $"{visible.AsSpan(0, end)}… ({visible.Length - end} more characters)");
    }

    /// <summary>Whether a reader would not see the character as itself.</summary>
    public static bool IsDeceptive(Rune rune) => rune.IsAscii
        ? rune.Value is < 0x20 or 0x7F
        : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => true,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => true,
            _ => IsBlank(rune.Value) || IsNoncharacter(rune.Value),
        };

    // Never assigned, drawn as nothing or a box; XML 1.0 cannot carry two of them, not even as references.
    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    // Letters and marks that fonts draw as nothing: joiner, Hangul fillers, Khmer inherent vowels, Mongolian selectors, blank Braille.
    private static bool IsBlank(int value) => value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or 0x2800;

    private static int FirstDeceptive(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is >= ' ' and < (char)0x7F)
            {
                continue;
            }

            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsDeceptive(rune))
            {
                return at;
            }

            at += rune.Utf16SequenceLength - 1;
        }

        return -1;
    }

    private static void Spell(StringBuilder to, int value) => _ = value switch
    {
        '\n' => to.Append(@"\n"),
        '\r' => to.Append(@"\r"),
        '\t' => to.Append(@"\t"),
        <= 0xFF => to.Append(CultureInfo.InvariantCulture, $@"\x{value:X2}"),
        <= 0xFFFF => to.Append(CultureInfo.InvariantCulture, $@"\u{value:X4}"),
        _ => to.Append(CultureInfo.InvariantCulture, $@"\U{value:X8}"),
    };
}
