using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>The parser's place in the tokens, and its one way to fail.</summary>
internal sealed class TokenReader(List<Token> tokens, IssueList issues, int maxDepth)
{
    private int at;
    private bool failed;

    public TokenKind Kind => tokens[at].Kind;

    public TokenKind NextKind => tokens[Math.Min(at + 1, tokens.Count - 1)].Kind;

    public Token Current => tokens[at];

    /// <summary>Where the current token starts.</summary>
    public int Start => tokens[at].Span.Start;

    public Token Advance() => Kind == TokenKind.End ? tokens[at] : tokens[at++];

    public bool Take(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        at++;
        return true;
    }

    public void Expect(TokenKind kind, string otherwise)
    {
        if (!Take(kind))
        {
            Fail(otherwise);
        }
    }

    /// <summary>From an offset to the end of the last token taken.</summary>
    public SourceSpan From(int start) => new(start, Math.Max(start, at == 0 ? start : tokens[at - 1].Span.End));

    /// <summary>The node, unless the tree has become too deep.</summary>
    public SyntaxNode Bounded(SyntaxNode node)
    {
        if (node.Depth > maxDepth)
        {
            FailTooDeep();
            return new ErrorSyntax(node.Span);
        }

        return node;
    }

    public void FailTooDeep() => Fail(CelIssueKind.Limit, $"the expression is nested too deeply: more than {maxDepth} levels");

    public ErrorSyntax Fail(string message) => Fail(CelIssueKind.Syntax, message);

    /// <summary>At the current token. What is no token at all has its own message, which goes first.</summary>
    public ErrorSyntax Fail(CelIssueKind kind, string message) => kind == CelIssueKind.Syntax && Kind == TokenKind.Error
        ? FailAt(tokens[at].Span, tokens[at].Text)
        : FailAt(tokens[at].Span, message, kind);

    public ErrorSyntax FailAt(SourceSpan span, string message, CelIssueKind kind = CelIssueKind.Syntax)
    {
        if (!failed)
        {
            failed = true;
            issues.Error(kind, span, message);
            at = tokens.Count - 1;
        }

        return new ErrorSyntax(span);
    }

    /// <summary>Something CEL has and this subset has not. Parsing goes on.</summary>
    public ErrorSyntax Refuse(SourceSpan span, string feature)
    {
        if (!failed)
        {
            issues.Error(CelIssueKind.Unsupported, span, feature);
        }

        return new ErrorSyntax(span);
    }
}
