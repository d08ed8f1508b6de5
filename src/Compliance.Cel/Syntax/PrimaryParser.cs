using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>Literals, aggregates, arguments and the macros among the calls.</summary>
internal sealed class PrimaryParser(TokenReader tokens, Parser parser)
{
    private const string Optional = "optional entries (?) are not part of this language";

    private static readonly Dictionary<(string Name, int Arguments), MacroKind> Macros = new()
    {
        [("all", 2)] = MacroKind.All,
        [("exists", 2)] = MacroKind.Exists,
        [("exists_one", 2)] = MacroKind.ExistsOne,
        [("filter", 2)] = MacroKind.Filter,
        [("map", 2)] = MacroKind.Map,
        [("map", 3)] = MacroKind.Map,
    };

    public SyntaxNode Literal()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                return List();
            case TokenKind.OpenBrace:
                return Map();
            case TokenKind.Int or TokenKind.Double or TokenKind.UnsignedInt or TokenKind.Minus
                when token.Kind != TokenKind.Minus || tokens.NextKind is TokenKind.Int or TokenKind.Double:
                return new NumberParser(tokens).Parse();
            case TokenKind.Bytes:
                tokens.Advance();
                return tokens.Refuse(token.Span, "bytes (b\"...\") are not part of this language");
            case TokenKind.String:
                tokens.Advance();
                return new LiteralSyntax(token.Span, CelValue.Of(token.Text));
            case TokenKind.True or TokenKind.False:
                tokens.Advance();
                return new LiteralSyntax(token.Span, CelValue.Of(token.Kind == TokenKind.True));
            case TokenKind.Null:
                tokens.Advance();
                return new LiteralSyntax(token.Span, CelValue.Null);
            default:
                return tokens.Fail("expected a value here");
        }
    }

    /// <summary>A call whose opening parenthesis is taken.</summary>
    public SyntaxNode Call(int start, SyntaxNode? target, Token name)
    {
        List<SyntaxNode> arguments = [];
        if (tokens.Kind != TokenKind.CloseParen)
        {
            do
            {
                arguments.Add(parser.Expression());
            }
            while (tokens.Take(TokenKind.Comma));
        }

        tokens.Expect(TokenKind.CloseParen, "expected , or ) in the arguments");
        var span = tokens.From(start);
        if (target is null)
        {
            return name.Text == "has" && arguments.Count == 1 ? Has(span, arguments[0]) : new CallSyntax(span, null, name.Text, name.Span, arguments);
        }

        return Macros.TryGetValue((name.Text, arguments.Count), out var macro)
            ? Macro(span, macro, target, arguments)
            : new CallSyntax(span, target, name.Text, name.Span, arguments);
    }

    private SyntaxNode Has(SourceSpan span, SyntaxNode argument) => argument is SelectSyntax selection
        ? new HasSyntax(span, selection)
        : Misused(argument, "has() takes a field selection like has(a.b)");

    private SyntaxNode Macro(SourceSpan span, MacroKind kind, SyntaxNode range, List<SyntaxNode> arguments) => arguments[0] is NameSyntax variable
        ? new MacroSyntax(span, kind, range, variable.Name, arguments[1], arguments.Count == 3 ? arguments[2] : null)
        : Misused(arguments[0], "the first argument of a macro names its variable, like x in all(x, x > 0)");

    private SyntaxNode Misused(SyntaxNode argument, string message) => argument is ErrorSyntax ? argument : tokens.FailAt(argument.Span, message);

    private SyntaxNode List()
    {
        var start = tokens.Advance().Span.Start;
        List<SyntaxNode> items = [];
        while (tokens.Kind != TokenKind.CloseBracket)
        {
            if (tokens.Kind == TokenKind.Question)
            {
                return tokens.Fail(CelIssueKind.Unsupported, Optional);
            }

            items.Add(parser.Expression());
            if (!tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        tokens.Expect(TokenKind.CloseBracket, "expected , or ] in the list");
        return tokens.Bounded(new ListSyntax(tokens.From(start), items));
    }

    private SyntaxNode Map()
    {
        var start = tokens.Advance().Span.Start;
        List<KeyValuePair<SyntaxNode, SyntaxNode>> entries = [];
        while (tokens.Kind != TokenKind.CloseBrace)
        {
            if (tokens.Kind == TokenKind.Question)
            {
                return tokens.Fail(CelIssueKind.Unsupported, Optional);
            }

            var key = parser.Expression();
            tokens.Expect(TokenKind.Colon, "expected : and a value after the key");
            entries.Add(new(key, parser.Expression()));
            if (!tokens.Take(TokenKind.Comma))
            {
                break;
            }
        }

        tokens.Expect(TokenKind.CloseBrace, "expected , or } in the map");
        return tokens.Bounded(new MapSyntax(tokens.From(start), entries));
    }
}
