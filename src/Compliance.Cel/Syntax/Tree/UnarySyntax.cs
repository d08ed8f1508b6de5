namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>!operand</c> or <c>-operand</c>.</summary>
internal sealed record UnarySyntax(SourceSpan Span, TokenKind Operator, SyntaxNode Operand) : SyntaxNode(Span, Operand.Depth + 1);
