namespace Compliance.Cel.Syntax.Tree;

/// <summary><c>range.name(variable, arguments)</c> where the name is that of a macro.</summary>
internal sealed record MacroSyntax(SourceSpan Span, MacroKind Kind, SyntaxNode Range, string Variable, SyntaxNode Body, SyntaxNode? Result)
    : SyntaxNode(Span, Above(Result is null ? [Range, Body] : [Range, Body, Result]));
