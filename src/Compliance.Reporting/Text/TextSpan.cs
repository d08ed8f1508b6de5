namespace Compliance.Reporting;

/// <summary>A run of text in one ink.</summary>
internal readonly record struct TextSpan(string Text, Ink Ink = Ink.Plain)
{
    public static implicit operator TextSpan(string text) => new(text);
}
