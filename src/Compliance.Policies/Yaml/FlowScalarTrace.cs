using System.Globalization;
using YamlDotNet.Core;

namespace Compliance.Policies;

/// <summary>Decodes plain, single-quoted and double-quoted scalars (YAML 1.2.2, chapter 7.3), remembering where each character stood.</summary>
internal static class FlowScalarTrace
{
    private const string EscapeNames = "0abtnvfre\"/\\N_LP \t";
    private const string EscapeValues = "\0\a\b\t\n\v\f\r\u001b\"/\\\u0085\u00a0\u2028\u2029 \t";

    /// <param name="start">index of the first character inside the quotes</param>
    /// <param name="end">index of the closing quote, or the end of a plain scalar</param>
    public static TracedText Decode(string text, int start, int end, ScalarStyle style)
    {
        var result = new TracedText();
        var kept = 0; // characters before this one are not white space that a line end swallows
        var index = start;
        while (index < end)
        {
            var next = text[index];
            if (next == '\n')
            {
                result.Truncate(EndOfText(result, kept));
                index = Fold(text, index, end, result);
                kept = result.Length;
            }
            else if (style == ScalarStyle.SingleQuoted && next == '\'')
            {
                result.Add('\'', index, Math.Min(index + 2, end));
                index += 2;
            }
            else if (style == ScalarStyle.DoubleQuoted && next == '\\')
            {
                index = Escape(text, index, end, result);
                kept = result.Length;
            }
            else
            {
                result.Add(next, index, index + 1);
                index++;
            }
        }

        return result;
    }

    private static int EndOfText(TracedText result, int kept)
    {
        var length = result.Length;
        while (length > kept && result[length - 1] is ' ' or '\t')
        {
            length--;
        }

        return length;
    }

    /// <summary>One line end is a space; each further one is a line end.</summary>
    private static int Fold(string text, int index, int end, TracedText result)
    {
        var first = index;
        var lineEnds = 0;
        for (; index < end && text[index] is ' ' or '\t' or '\n'; index++)
        {
            if (text[index] != '\n')
            {
                continue;
            }

            if (lineEnds++ > 0)
            {
                result.Add('\n', index, index + 1);
            }
        }

        if (lineEnds == 1)
        {
            result.Add(' ', first, first + 1);
        }

        return index;
    }

    private static int Escape(string text, int index, int end, TracedText result)
    {
        if (index + 1 >= end)
        {
            return end;
        }

        var name = text[index + 1];
        if (name == '\n')
        {
            var next = index + 2;
            while (next < end && text[next] is ' ' or '\t')
            {
                next++;
            }

            return next;
        }

        var digits = name switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            var known = EscapeNames.IndexOf(name);
            result.Add(known < 0 ? name : EscapeValues[known], index, index + 2);
            return index + 2;
        }

        var after = Math.Min(index + 2 + digits, end);
        if (int.TryParse(text.AsSpan(index + 2, after - index - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            AddCodePoint(code, index, after, result);
        }

        return after;
    }

    private static void AddCodePoint(int code, int from, int to, TracedText result)
    {
        if (code <= 0xFFFF)
        {
            result.Add((char)code, from, to);
            return;
        }

        if (code <= 0x10FFFF)
        {
            foreach (var unit in char.ConvertFromUtf32(code))
            {
                result.Add(unit, from, to);
            }
        }
    }
}
