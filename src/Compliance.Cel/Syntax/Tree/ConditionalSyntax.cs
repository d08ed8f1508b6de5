namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>condition ? whenTrue : whenFalse</c>.</summary>
internal sealed record ConditionalSyntax(SourceSpan Span, SyntaxNode Condition, SyntaxNode WhenTrue, SyntaxNode WhenFalse)
    : SyntaxNode(Span, Above([Condition, WhenTrue, WhenFalse]));
