using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads <c># pve-compliance: allow POL305 reason</c> in the comments of a file.</summary>
internal static class SuppressionReader
{
    public const string Mark = "pve-compliance:";
    private const string HowTo = "Write # pve-compliance: allow, the code and why, such as: allow POL305 weekly points are meant.";

    public static ImmutableArray<LineSuppression> Read(string file, string content, ProblemList problems)
    {
        if (!content.Contains(Mark, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var source = new SourceText(file, content);
        var found = ImmutableArray.CreateBuilder<LineSuppression>();
        foreach (var (start, end) in YamlComments.Of(source))
        {
            var text = source.Text[start..end].TrimEnd();
            var place = source.PlaceOf(start, start + text.Length);
            if (!text.TrimStart('#', ' ', '\t').StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (Parse(source, start, text, place) is { } suppression)
            {
                found.Add(suppression);
            }
            else
            {
                problems.Add(ProblemCodes.BadSuppression, place, "the suppression is not allow, a code and a reason", HowTo);
            }
        }

        return found.ToImmutable();
    }

    private static LineSuppression? Parse(SourceText source, int start, string text, Place place)
    {
        var at = text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) + Mark.Length;
        if (Word(text, ref at) is not (var verb, _) || verb != "allow" || Word(text, ref at) is not (var code, var codeAt))
        {
            return null;
        }

        code = code.TrimEnd(':', ',');
        var reason = text[at..].Trim(' ', '\t', ':', '-', ',');
        return reason.Length == 0 || !TextForms.ProblemCode.Fits(code)
            ? null
            : new LineSuppression(new Placed<string>(code, source.PlaceOf(start + codeAt, start + codeAt + code.Length)), reason, LineMeant(source, place), place);
    }

    /// <summary>The next word and where it begins; <paramref name="at"/> is left after it.</summary>
    private static (string Word, int At)? Word(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var begin = at;
        while (at < text.Length && text[at] is not (' ' or '\t'))
        {
            at++;
        }

        return at > begin ? (text[begin..at], begin) : null;
    }

    /// <summary>Its own line when something stands before it; else the next line that is no comment, and not blank either.</summary>
    private static int LineMeant(SourceText source, Place comment)
    {
        if (!source.Line(comment.Line).AsSpan(0, comment.Column - 1).IsWhiteSpace())
        {
            return comment.Line;
        }

        for (var line = comment.Line + 1; line <= source.LineCount; line++)
        {
            var text = source.Line(line).AsSpan().TrimStart();
            if (text.IsEmpty)
            {
                return 0;
            }

            if (text[0] != '#')
            {
                return line;
            }
        }

        return 0;
    }
}
