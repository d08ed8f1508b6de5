namespace Compliance.Cel.Syntax.Tree;

internal sealed record ListSyntax(SourceSpan Span, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(Span, Above(Items));
