using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>What stands between operators: signs, primaries, selections, calls, indexes.</summary>
internal sealed class OperandParser(TokenReader tokens, Parser parser)
{
    private const string Optional
        = "optional syntax (?. [? optional fields and entries) is not part of this language; has() tells whether a field is there";
    private const string LeadingDot = "names with a leading dot are not part of this language";
    private const string Message = "message construction Name{...} is not part of this language";

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    };

    private readonly PrimaryParser primaries = new(tokens, parser);

    /// <summary><c>member | "!" {"!"} member | "-" {"-"} member</c>; a number carries its own minus.</summary>
    public SyntaxNode Unary() => tokens.Kind is TokenKind.Not or TokenKind.Minus ? Signed(tokens.Kind) : Member();

    private SyntaxNode Signed(TokenKind sign)
    {
        List<int> starts = [];
        while (tokens.Kind == sign && !IsSignedNumber())
        {
            starts.Add(tokens.Start);
            tokens.Advance();
        }

        var node = Member();
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            node = tokens.Bounded(new UnarySyntax(tokens.From(starts[i]), sign, node));
        }

        return node;
    }

    private bool IsSignedNumber()
        => tokens.Kind == TokenKind.Minus && tokens.NextKind is TokenKind.Int or TokenKind.Double;

    private SyntaxNode Member()
    {
        var start = tokens.Start;
        var node = Primary();
        while (true)
        {
            if (tokens.Take(TokenKind.Dot))
            {
                node = Selection(start, node);
            }
            else if (tokens.Take(TokenKind.OpenBracket))
            {
                node = Index(start, node);
            }
            else if (tokens.Kind == TokenKind.OpenBrace && node is NameSyntax or SelectSyntax)
            {
                return tokens.Fail(CelIssueKind.Unsupported, Message);
            }
            else
            {
                return node;
            }
        }
    }

    private SyntaxNode Selection(int start, SyntaxNode operand)
    {
        if (tokens.Kind == TokenKind.Question)
        {
            return tokens.Fail(CelIssueKind.Unsupported, Optional);
        }

        if (tokens.Kind != TokenKind.Name)
        {
            return tokens.Fail("expected the name of a field or function after the dot");
        }

        var name = tokens.Advance();
        return tokens.Bounded(tokens.Take(TokenKind.OpenParen)
            ? primaries.Call(start, operand, name)
            : new SelectSyntax(tokens.From(start), operand, name.Text, name.Span));
    }

    private SyntaxNode Index(int start, SyntaxNode operand)
    {
        if (tokens.Kind == TokenKind.Question)
        {
            return tokens.Fail(CelIssueKind.Unsupported, Optional);
        }

        var index = parser.Expression();
        tokens.Expect(TokenKind.CloseBracket, "expected ] after the index");
        return tokens.Bounded(new IndexSyntax(tokens.From(start), operand, index));
    }

    private SyntaxNode Primary()
    {
        switch (tokens.Kind)
        {
            case TokenKind.Name:
                return Name();
            case TokenKind.Dot when tokens.NextKind == TokenKind.Name:
                var dot = tokens.Advance();
                Name();
                return tokens.Refuse(tokens.From(dot.Span.Start), LeadingDot);
            case TokenKind.OpenParen:
                tokens.Advance();
                var inner = parser.Expression();
                tokens.Expect(TokenKind.CloseParen, "expected ) here");
                return inner;
            case TokenKind.Question:
                return tokens.Fail(CelIssueKind.Unsupported, Optional);
            default:
                return primaries.Literal();
        }
    }

    private SyntaxNode Name()
    {
        var name = tokens.Current;
        if (Reserved.Contains(name.Text))
        {
            return tokens.Fail($"{name.Text} is a reserved word and cannot be a name");
        }

        tokens.Advance();
        return tokens.Bounded(tokens.Take(TokenKind.OpenParen) ? primaries.Call(name.Span.Start, null, name) : new NameSyntax(name.Span, name.Text));
    }
}
