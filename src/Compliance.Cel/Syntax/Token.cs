namespace Compliance.Cel.Syntax;

/// <param name="Kind">what it is</param>
/// <param name="Span">where it stands</param>
/// <param name="Text">a name, the digits of a number, the contents of a string; what is wrong, for an error</param>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, string Text);
