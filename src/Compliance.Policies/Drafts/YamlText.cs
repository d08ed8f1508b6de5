using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Compliance.Policies;

/// <summary>Writes text into YAML so that every reader, old ones too, reads back the same text.</summary>
internal static partial class YamlText
{
    /// <summary>A scalar for block and flow style: plain where nothing can be made of it but this text, else in double quotes.</summary>
    public static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && ScalarKinds.OfPlain(value) == ScalarKind.Text)
        {
            return value;
        }

        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                _ when MustBeEscaped(rune) => rune.IsBmp
                    ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                    : quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                _ => quoted.Append(rune),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Text behind a <c>#</c>: one line, whatever it holds, in which nothing acts.</summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = MustBeEscaped(rune) ? comment.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}") : comment.Append(rune);
        }

        return comment.ToString();
    }

    /// <summary>Controls, line ends of YAML 1.1, what reorders text (CVE-2021-42574), and what is no character.</summary>
    private static bool MustBeEscaped(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9_./-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
