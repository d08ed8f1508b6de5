namespace Compliance.Cel.Syntax.Tree;

/// <summary>
/// A node of the parsed expression. Parentheses leave no node: the span of a node is without those around it, but with
/// those around its parts.
/// </summary>
/// <param name="Span">where it stands</param>
/// <param name="Depth">levels of nodes from here down, this one included</param>
internal abstract record SyntaxNode(SourceSpan Span, int Depth = 1)
{
    private protected static int Above(IEnumerable<SyntaxNode> parts) => 1 + parts.Select(part => part.Depth).DefaultIfEmpty().Max();
}
