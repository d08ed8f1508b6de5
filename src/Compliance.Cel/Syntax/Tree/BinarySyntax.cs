namespace Compliance.Cel.Syntax.Tree;

/// <summary>An arithmetic operator or a relation; the operator is the token that stands for it.</summary>
internal sealed record BinarySyntax(SourceSpan Span, TokenKind Operator, SourceSpan OperatorSpan, SyntaxNode Left, SyntaxNode Right)
    : SyntaxNode(Span, Above([Left, Right]));
