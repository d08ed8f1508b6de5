namespace Compliance.Cel.Syntax.Tree;

internal sealed record LiteralSyntax(SourceSpan Span, CelValue Value) : SyntaxNode(Span);
