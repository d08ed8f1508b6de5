namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>operand.field</c>.</summary>
internal sealed record SelectSyntax(SourceSpan Span, SyntaxNode Operand, string Field, SourceSpan FieldSpan) : SyntaxNode(Span, Operand.Depth + 1);
