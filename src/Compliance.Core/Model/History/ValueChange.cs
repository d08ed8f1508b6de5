namespace Compliance.Core.Model;

/// <summary>A value that two runs give differently. Both are untrusted text.</summary>
/// <param name="From">null when the earlier run knew none</param>
/// <param name="To">null when the later run knows none</param>
public sealed record ValueChange(string? From, string? To)
{
    /// <summary>Null when they are the same.</summary>
    public static ValueChange? Of(string? from, string? to) => from == to ? null : new ValueChange(from, to);
}
