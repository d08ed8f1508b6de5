namespace Compliance.Core.Model;

/// <summary>
/// A range in one of our own input files. Lines and columns count from 1, columns in UTF-16 units as editors do; the end is
/// exclusive. <see cref="File"/> is relative to the policy repository, with forward slashes; built-in rules begin with <c>built-in:</c>.
/// </summary>
public readonly record struct Place(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Whether it is a point and not a range: such is the place of a default, which is written nowhere.</summary>
    public bool IsPoint => Line == EndLine && Column == EndColumn;

    public override string ToString() => $"{File}:{Line}:{Column}";
}
