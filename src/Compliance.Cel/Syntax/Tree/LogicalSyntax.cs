namespace Compliance.Cel.Syntax.Tree;

/// <summary>A chain of <c>&amp;&amp;</c> or of <c>||</c>: one node, however long.</summary>
internal sealed record LogicalSyntax(SourceSpan Span, bool IsAnd, IReadOnlyList<SyntaxNode> Operands) : SyntaxNode(Span, Above(Operands));
