namespace Compliance.Cel.Syntax;

/// <summary>
/// Longest-match tokens. The first thing that is no token becomes an error token, and the list ends there: the parser
/// reports it only if it gets that far.
/// </summary>
internal sealed class Lexer
{
    private static readonly (string Text, TokenKind Kind)[] Symbols =
    [
        ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual), ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual),
        ("&&", TokenKind.And), ("||", TokenKind.Or), (".", TokenKind.Dot), (",", TokenKind.Comma), (":", TokenKind.Colon),
        ("?", TokenKind.Question), ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen), ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket), ("{", TokenKind.OpenBrace), ("}", TokenKind.CloseBrace), ("!", TokenKind.Not),
        ("-", TokenKind.Minus), ("+", TokenKind.Plus), ("*", TokenKind.Star), ("/", TokenKind.Slash), ("%", TokenKind.Percent),
        ("<", TokenKind.Less), (">", TokenKind.Greater),
    ];

    private readonly string source;
    private readonly List<Token> tokens = [];
    private int at;

    private Lexer(string source) => this.source = source;

    public static List<Token> Read(string source)
    {
        var lexer = new Lexer(source);
        while (lexer.SkipSpace() && lexer.Next())
        {
        }

        lexer.tokens.Add(new Token(TokenKind.End, new SourceSpan(source.Length, source.Length), ""));
        return lexer.tokens;
    }

    private bool SkipSpace()
    {
        while (at < source.Length)
        {
            if (source[at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                at++;
            }
            else if (source.AsSpan(at).StartsWith("//"))
            {
                var end = source.IndexOf('\n', at);
                at = end < 0 ? source.Length : end;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool Next()
    {
        var first = source[at];
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < source.Length && char.IsAsciiDigit(source[at + 1])))
        {
            return Add(NumberLexer.Read(source, at));
        }

        if (StringLexer.StartsAt(source, at))
        {
            return Add(StringLexer.Read(source, at));
        }

        return char.IsAsciiLetter(first) || first == '_' ? Add(Name()) : Add(Symbol());
    }

    private bool Add(Token token)
    {
        tokens.Add(token);
        at = token.Span.End;
        return token.Kind != TokenKind.Error;
    }

    private Token Name()
    {
        var end = at;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_'))
        {
            end++;
        }

        var text = source[at..end];
        var kind = text switch
        {
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "in" => TokenKind.In,
            _ => TokenKind.Name,
        };
        return new Token(kind, new SourceSpan(at, end), text);
    }

    private Token Symbol()
    {
        foreach (var (text, kind) in Symbols)
        {
            if (source.AsSpan(at).StartsWith(text))
            {
                return new Token(kind, new SourceSpan(at, at + text.Length), text);
            }
        }

        var width = Values.Texts.Width(source, at);
        return new Token(TokenKind.Error, new SourceSpan(at, at + width), Complaint(source.Substring(at, width)));
    }

    private static string Complaint(string character) => character switch
    {
        "=" => "= is not an operator here; equality is ==",
        "&" => "& is not an operator here; logical and is &&",
        "|" => "| is not an operator here; logical or is ||",
        "`" => "field names in backticks are not part of this language",
        ";" => "one expression only: ; is not part of it",
        "\ufeff" => "a byte order mark (U+FEFF) cannot stand in an expression",
        _ when char.IsControl(character[0]) || char.IsWhiteSpace(character[0]) || char.IsSurrogate(character[0])
            => $"the character U+{(int)character[0]:X4} cannot stand in an expression outside a string",
        _ => $"{character} cannot stand in an expression outside a string",
    };
}
