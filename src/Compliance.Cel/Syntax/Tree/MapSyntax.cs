namespace Compliance.Cel.Syntax.Tree;

internal sealed record MapSyntax(SourceSpan Span, IReadOnlyList<KeyValuePair<SyntaxNode, SyntaxNode>> Entries)
    : SyntaxNode(Span, Above(Entries.SelectMany(entry => new[] { entry.Key, entry.Value })));
