namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>operand[index]</c>.</summary>
internal sealed record IndexSyntax(SourceSpan Span, SyntaxNode Operand, SyntaxNode Index) : SyntaxNode(Span, Above([Operand, Index]));
