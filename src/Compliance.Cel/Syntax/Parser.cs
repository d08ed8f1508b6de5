using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>
/// Recursive descent over the grammar. The first syntax error ends it: the reader then stands at the end, every rule returns,
/// and nothing more is reported. Depth is bounded here, so that everything after may recurse; what is rare has
/// methods of its own, so that a level of nesting takes little of the stack.
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
        if (tokens.Kind == TokenKind.Question)
        {
            node = Conditional(start, node);
        }

        depth--;
        return node;
    }

    private SyntaxNode Conditional(int start, SyntaxNode condition)
    {
        tokens.Advance();
        var whenTrue = Chain(TokenKind.Or);
        tokens.Expect(TokenKind.Colon, "expected : and the other value of the conditional");
        var whenFalse = Expression();
        return tokens.Bounded(new ConditionalSyntax(tokens.From(start), condition, whenTrue, whenFalse));
    }

    private SyntaxNode Chain(TokenKind link)
    {
        var start = tokens.Start;
        var first = link == TokenKind.Or ? Chain(TokenKind.And) : Binary(Precedence.Relation);
        return tokens.Kind == link ? Links(link, start, first) : first;
    }

    private SyntaxNode Links(TokenKind link, int start, SyntaxNode first)
    {
        List<SyntaxNode> parts = [first];
        while (tokens.Take(link))
        {
            parts.Add(link == TokenKind.Or ? Chain(TokenKind.And) : Binary(Precedence.Relation));
        }

        return tokens.Bounded(new LogicalSyntax(tokens.From(start), link == TokenKind.And, parts));
    }

    /// <summary>Operators at least as tight as that; an operand alone takes one call, however many levels there are.</summary>
    private SyntaxNode Binary(int loosest)
    {
        var start = tokens.Start;
        var left = operands.Unary();
        while (Precedence.Of(tokens.Kind) is var precedence && precedence > 0 && precedence >= loosest)
        {
            left = Operation(start, left, precedence);
        }

        return left;
    }

    private SyntaxNode Operation(int start, SyntaxNode left, int precedence)
    {
        var symbol = tokens.Advance();
        var right = Binary(precedence + 1);
        return tokens.Bounded(new BinarySyntax(tokens.From(start), symbol.Kind, symbol.Span, left, right));
    }
}
