namespace Compliance.Cel.Matching;

/// <summary>Reads <c>[...]</c>, and the escapes that stand for classes.</summary>
internal sealed class ClassReader(PatternReader reader)
{
    /// <summary>The class whose opening bracket is taken.</summary>
    public CodePointSet Read()
    {
        var isNegated = reader.Take("^");
        var set = new CodePointSet();
        var isFirst = true;
        while (isFirst || reader.Current != ']')
        {
            isFirst = false;
            if (Named() is { } named)
            {
                set.Add(named);
                continue;
            }

            var from = One();
            var to = from;
            if (reader.Current == '-' && reader.Ahead(1) != ']' && reader.Take("-"))
            {
                to = One();
            }

            if (to < from)
            {
                throw new PatternException("a range goes from lower to higher");
            }

            set.Add(from, to);
        }

        reader.Take("]");
        return isNegated ? set.Complement() : set;
    }

    /// <summary><c>\d \D \w \W \s \S \pL \P{Lu}</c> after the backslash; null, with nothing taken, for other escapes.</summary>
    public static CodePointSet? Escaped(PatternReader reader)
    {
        var letter = reader.Current;
        if (CharacterClasses.Perl(char.ToLowerInvariant(letter)) is { } perl)
        {
            reader.CodePoint();
            return char.IsAsciiLetterUpper(letter) ? perl.Complement() : perl;
        }

        if (letter is not ('p' or 'P'))
        {
            return null;
        }

        reader.CodePoint();
        var name = reader.Take("{") ? reader.Until("}") : char.ConvertFromUtf32(reader.CodePoint());
        var isNegated = (letter == 'P') != name.StartsWith('^');
        var set = CharacterClasses.Category(name.TrimStart('^'))
            ?? throw new PatternException($"there is no Unicode category {name}; scripts are not part of this language");
        return isNegated ? set.Complement() : set;
    }

    private CodePointSet? Named()
    {
        if (reader.Take("[:"))
        {
            var isNegated = reader.Take("^");
            var set = CharacterClasses.Posix(reader.Until(":]")) ?? throw new PatternException("there is no class of that name");
            return isNegated ? set.Complement() : set;
        }

        if (reader.Current != '\\' || reader.Ahead(1) is not ('d' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P'))
        {
            return null;
        }

        reader.Take("\\");
        return Escaped(reader);
    }

    private int One()
    {
        var code = reader.CodePoint();
        return code == '\\' ? reader.Escape() : code;
    }
}
