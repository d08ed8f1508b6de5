namespace Compliance.Policies;

/// <summary>A piece of a template: text to print, or an expression whose value is printed.</summary>
/// <param name="Text">the text with doubled braces made single, or the expression without its braces</param>
/// <param name="Offset">where it begins in the template's value; for an expression, after the brace</param>
public sealed record TemplateSegment(string Text, bool IsExpression, int Offset);
