using System.Text;

namespace Compliance.Cel.Syntax;

/// <summary>
/// Strings in single or double quotes, tripled or not, raw (<c>r</c>) or not. Bytes (<c>b</c>) are read so that they can be
/// refused by name.
/// </summary>
internal sealed class StringLexer
{
    private readonly string source;
    private readonly int start;
    private readonly bool isRaw;
    private readonly bool isBytes;
    private readonly string quote;
    private readonly StringBuilder text = new();
    private int at;

    private StringLexer(string source, int start)
    {
        this.source = source;
        this.start = start;
        at = start + PrefixLength(source, start);
        var prefix = source.AsSpan(start, at - start);
        isRaw = prefix.IndexOfAny('r', 'R') >= 0;
        isBytes = prefix.IndexOfAny('b', 'B') >= 0;
        var tripled = new string(source[at], 3);
        quote = source.AsSpan(at).StartsWith(tripled) ? tripled : source[at].ToString();
        at += quote.Length;
    }

    public static bool StartsAt(string source, int index)
    {
        index += PrefixLength(source, index);
        return index < source.Length && source[index] is '"' or '\'';
    }

    public static Token Read(string source, int start) => new StringLexer(source, start).Read();

    /// <summary>Nothing, <c>r</c>, <c>b</c> or <c>br</c>, in any case; <c>rb</c> is no prefix.</summary>
    private static int PrefixLength(string source, int start)
    {
        var rest = source.AsSpan(start);
        var bytes = rest.Length > 0 && rest[0] is 'b' or 'B' ? 1 : 0;
        var raw = rest.Length > bytes && rest[bytes] is 'r' or 'R' ? 1 : 0;
        var length = bytes + raw;
        return rest.Length > length && rest[length] is '"' or '\'' ? length : 0;
    }

    private Token Read()
    {
        while (at < source.Length)
        {
            if (source.AsSpan(at).StartsWith(quote))
            {
                at += quote.Length;
                return new Token(isBytes ? TokenKind.Bytes : TokenKind.String, new SourceSpan(start, at), text.ToString());
            }

            if (quote.Length == 1 && source[at] is '\n' or '\r')
            {
                return Error(start, at, "this string does not end on its line; strings over several lines need three quotes");
            }

            if (source[at] == '\\' && !isRaw)
            {
                var width = EscapeReader.Read(source, at, isBytes, text);
                if (width == 0)
                {
                    return Error(
                        at,
                        Math.Min(at + 2, source.Length),
                        "this is not an escape sequence; a backslash itself is \\\\, or use a raw string r\"...\"");
                }

                at += width;
                continue;
            }

            text.Append(source[at++]);
        }

        return Error(start, source.Length, $"this string has no closing {quote}");
    }

    private static Token Error(int from, int to, string message) => new(TokenKind.Error, new SourceSpan(from, to), message);
}
