using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Where an expression stands in a text of a rule: all of it, or what is between braces.</summary>
/// <param name="Offset">of the expression's first character in the text</param>
internal readonly record struct RulePassage(RuleText Text, int Offset)
{
    public Place PlaceOf(int start, int length) => Text.PlaceOf(Offset + start, length);

    /// <summary>
    /// The name or the word in quotes that was surely meant. Quotes stay as they are, since the file may have quotes of its own
    /// around the expression; a word that any quoting could change is left to people.
    /// </summary>
    public TextEdit? Mended(string expression, CelIssue issue)
    {
        if (!issue.IsSlip || issue.Suggestion is not { } meant || issue.Start + issue.Length > expression.Length)
        {
            return null;
        }

        var written = expression.AsSpan(issue.Start, issue.Length);
        if (!IsQuoted(meant))
        {
            return IsWord(meant) && IsWord(written) ? Text.Rewritten(Offset + issue.Start, issue.Length, meant) : null;
        }

        return IsQuoted(written) && IsWord(meant.AsSpan()[1..^1]) ? Text.Rewritten(Offset + issue.Start + 1, issue.Length - 2, meant[1..^1]) : null;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text) => text.Length > 2 && text[0] is '"' or '\'' && text[^1] == text[0] && text[1] != text[0];

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
