namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>name(arguments)</c>, or <c>target.name(arguments)</c>.</summary>
internal sealed record CallSyntax(SourceSpan Span, SyntaxNode? Target, string Name, SourceSpan NameSpan, IReadOnlyList<SyntaxNode> Arguments)
    : SyntaxNode(Span, Above(Target is null ? Arguments : [Target, .. Arguments]));
