using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>
/// Recursive descent over the grammar. The first syntax error ends it: the reader then stands at the end, every rule returns,
/// and nothing more is reported. Depth is bounded here, so that everything after may recurse.
/// </summary>
internal sealed class Parser
{
    private readonly TokenReader tokens;
    private readonly OperandParser operands;
    private readonly int maxDepth;
    private int depth;

    private Parser(TokenReader tokens, int maxDepth)
    {
        this.tokens = tokens;
        this.maxDepth = maxDepth;
        operands = new OperandParser(tokens, this);
    }

    public static SyntaxNode Parse(string source, CelLimits limits, IssueList issues)
    {
        var tokens = new TokenReader(Lexer.Read(source), issues, limits.Depth);
        var tree = new Parser(tokens, limits.Depth).Expression();
        if (tokens.Kind != TokenKind.End)
        {
            tokens.Fail("expected the end of the expression here");
        }

        return tree;
    }

    /// <summary><c>or [ "?" or ":" expr ]</c>: the middle is no conditional.</summary>
    public SyntaxNode Expression()
    {
        if (++depth > maxDepth)
        {
            tokens.FailTooDeep();
        }

        var start = tokens.Start;
        var node = Chain(TokenKind.Or);
        if (tokens.Take(TokenKind.Question))
        {
            var whenTrue = Chain(TokenKind.Or);
            tokens.Expect(TokenKind.Colon, "expected : and the other value of the conditional");
            var whenFalse = Expression();
            node = tokens.Bounded(new ConditionalSyntax(tokens.From(start), node, whenTrue, whenFalse));
        }

        depth--;
        return node;
    }

    private SyntaxNode Chain(TokenKind link)
    {
        var start = tokens.Start;
        var first = link == TokenKind.Or ? Chain(TokenKind.And) : Binary(Precedence.Relation);
        if (tokens.Kind != link)
        {
            return first;
        }

        List<SyntaxNode> parts = [first];
        while (tokens.Take(link))
        {
            parts.Add(link == TokenKind.Or ? Chain(TokenKind.And) : Binary(Precedence.Relation));
        }

        return tokens.Bounded(new LogicalSyntax(tokens.From(start), link == TokenKind.And, parts));
    }

    private SyntaxNode Binary(int precedence)
    {
        if (precedence > Precedence.Product)
        {
            return operands.Unary();
        }

        var start = tokens.Start;
        var left = Binary(precedence + 1);
        while (Precedence.Of(tokens.Kind) == precedence)
        {
            var symbol = tokens.Advance();
            var right = Binary(precedence + 1);
            left = tokens.Bounded(new BinarySyntax(tokens.From(start), symbol.Kind, symbol.Span, left, right));
        }

        return left;
    }
}
