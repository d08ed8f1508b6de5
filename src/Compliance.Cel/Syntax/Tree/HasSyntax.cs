namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>has(operand.field)</c>.</summary>
internal sealed record HasSyntax(SourceSpan Span, SelectSyntax Selection) : SyntaxNode(Span, Selection.Depth + 1);
