using System.Globalization;
using System.Text;

namespace Compliance.Cel.Matching;

/// <summary>
/// Rewrites a pattern of RE2 for .NET: <c>$</c> only at the very end, <c>.</c> and negated classes by whole code points,
/// <c>\d \w \s</c> in ASCII. What RE2 does not have is refused.
/// </summary>
internal sealed class PatternTranslator
{
    private const int MostDepth = 200;
    private readonly PatternReader reader;
    private readonly StringBuilder made = new();
    private bool hasWordBoundary;
    private int depth;

    private PatternTranslator(string pattern) => reader = new PatternReader(pattern);

    /// <exception cref="PatternException">RE2 does not have it</exception>
    public static (string Text, bool HasWordBoundary) Translate(string pattern)
    {
        var translator = new PatternTranslator(pattern);
        translator.Alternatives(default);
        return translator.reader.IsAtEnd
            ? (translator.made.ToString(), translator.hasWordBoundary)
            : throw new PatternException("a ) closes nothing");
    }

    private void Alternatives(Flags flags)
    {
        if (++depth > MostDepth)
        {
            throw new PatternException("it is nested too deeply");
        }

        while (!reader.IsAtEnd && reader.Current != ')')
        {
            if (reader.Take("|"))
            {
                made.Append('|');
            }
            else if (!TakeFlags(ref flags))
            {
                Repeated(flags);
            }
        }

        depth--;
    }

    private void Repeated(Flags flags)
    {
        if (reader.Current is '*' or '+' or '?')
        {
            throw new PatternException($"{reader.Current} repeats nothing");
        }

        var start = made.Length;
        Atom(flags);
        if (Quantifier() is not { } quantifier)
        {
            return;
        }

        made.Insert(start, "(?:").Append(')').Append(quantifier);
        reader.Take("?");
        if (reader.Current is '*' or '+' or '?' || (reader.Current == '{' && Peek()))
        {
            throw new PatternException("a repetition is repeated");
        }
    }

    private bool Peek()
    {
        var rest = new PatternReader(reader.Copy());
        return rest.Repetition() is not null;
    }

    private string? Quantifier()
    {
        if (reader.Take("*"))
        {
            return "*";
        }

        if (reader.Take("+"))
        {
            return "+";
        }

        if (reader.Take("?"))
        {
            return "?";
        }

        return reader.Current == '{' && reader.Repetition() is { } times
            ? string.Create(CultureInfo.InvariantCulture, $"{{{times.From},{times.To}}}")
            : null;
    }

    private void Atom(Flags flags)
    {
        switch (reader.CodePoint())
        {
            case '(':
                Group(flags);
                break;
            case '[':
                Append(new ClassReader(reader).Read(), flags);
                break;
            case '.':
                var any = new CodePointSet();
                if (!flags.DotAll)
                {
                    any.Add('\n', '\n');
                }

                made.Append(any.Complement().ToPattern());
                break;
            case '^':
                made.Append(flags.Multiline ? "(?m:^)" : "\\A");
                break;
            case '$':
                made.Append(flags.Multiline ? "(?m:$)" : "\\z");
                break;
            case '\\':
                Escaped(flags);
                break;
            case var code:
                Literal(code, flags);
                break;
        }
    }

    private void Escaped(Flags flags)
    {
        switch (reader.Current)
        {
            case 'A' or 'z':
                made.Append('\\').Append((char)reader.CodePoint());
                break;
            case 'b' or 'B':
                hasWordBoundary = true;
                made.Append('\\').Append((char)reader.CodePoint());
                break;
            case 'Q':
                reader.CodePoint();
                foreach (var rune in Quoted().EnumerateRunes())
                {
                    Literal(rune.Value, flags);
                }

                break;
            default:
                if (ClassReader.Escaped(reader) is { } set)
                {
                    Append(set, flags);
                }
                else
                {
                    Literal(reader.Escape(), flags);
                }

                break;
        }
    }

    private string Quoted() => reader.Contains("\\E") ? reader.Until("\\E") : reader.Rest();

    private void Literal(int code, Flags flags)
    {
        var set = new CodePointSet();
        set.Add(code, code);
        Append(set, flags);
    }

    private void Append(CodePointSet set, Flags flags)
        => made.Append(flags.IgnoreCase ? $"(?i:{set.ToPattern()})" : set.ToPattern());

    private void Group(Flags flags)
    {
        if (reader.Take("?"))
        {
            if (reader.Take("P<") || (reader.Take("<") && reader.Current is not ('=' or '!')))
            {
                Name(reader.Until(">"));
            }
            else if (!reader.Take(":") && !(FlagLetters(ref flags) && reader.Take(":")))
            {
                throw new PatternException("there is no look-around, atomic group or comment");
            }
        }

        made.Append("(?:");
        Alternatives(flags);
        made.Append(')');
        if (!reader.Take(")"))
        {
            throw new PatternException("a ( is not closed");
        }
    }

    private static void Name(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new PatternException("a group is named by letters, digits and _");
        }
    }

    /// <summary><c>(?i)</c> and the like: hold until the group ends.</summary>
    private bool TakeFlags(ref Flags flags)
    {
        var copy = new PatternReader(reader.Copy());
        var changed = flags;
        if (!copy.Take("(?") || !FlagLetters(copy, ref changed) || !copy.Take(")"))
        {
            return false;
        }

        reader.Skip(copy.At);
        flags = changed;
        return true;
    }

    private bool FlagLetters(ref Flags flags) => FlagLetters(reader, ref flags);

    private static bool FlagLetters(PatternReader from, ref Flags flags)
    {
        var (isOn, count) = (true, 0);
        for (; from.Current is 'i' or 's' or 'm' or 'U' or '-'; count++)
        {
            switch (from.CodePoint())
            {
                case 'i':
                    flags = flags with { IgnoreCase = isOn };
                    break;
                case 's':
                    flags = flags with { DotAll = isOn };
                    break;
                case 'm':
                    flags = flags with { Multiline = isOn };
                    break;
                case '-' when isOn:
                    isOn = false;
                    break;
                case 'U':
                    // Greed changes which part matches, never whether something does.
                    break;
                default:
                    return false;
            }
        }

        return count > 0;
    }

    private readonly record struct Flags(bool IgnoreCase, bool DotAll, bool Multiline);
}
