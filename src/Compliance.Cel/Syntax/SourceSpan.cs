namespace Compliance.Cel.Syntax;

/// <summary>A stretch of the source in UTF-16 units; <paramref name="End"/> is just behind it.</summary>
internal readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;
}
