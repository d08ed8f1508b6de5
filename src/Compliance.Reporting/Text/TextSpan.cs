namespace Compliance.Reporting;

/// <summary>A run of text in one ink.</summary>
/// <param name="IsWhole">lines are not broken at its spaces</param>
internal readonly record struct TextSpan(string Text, Ink Ink = Ink.Plain, bool IsWhole = false)
{
    public static implicit operator TextSpan(string text) => new(text);
}
