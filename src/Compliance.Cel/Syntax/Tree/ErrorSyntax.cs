namespace Compliance.Cel.Syntax.Tree;

/// <summary>A place that is reported already; it fits everywhere.</summary>
internal sealed record ErrorSyntax(SourceSpan Span) : SyntaxNode(Span);
