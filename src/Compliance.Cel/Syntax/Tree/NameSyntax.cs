namespace Compliance.Cel.Syntax.Tree;

internal sealed record NameSyntax(SourceSpan Span, string Name) : SyntaxNode(Span);
