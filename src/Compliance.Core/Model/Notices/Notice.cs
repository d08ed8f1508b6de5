using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What one run tells people. Every text is one visible line (no control, no line break, nothing that reverses text); what means something
/// to a format of its own, such as <c>&lt;!channel&gt;</c>, is still in it, and is made inert by whoever writes that format.
/// </summary>
public sealed record Notice
{
    /// <summary><c>compliant</c>, <c>drift</c>, <c>unknown</c>, <c>not-assessed</c> or <c>test</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict of the run this channel was last told of; null when there is none.</summary>
    public string? PreviousVerdict { get; init; }

    /// <summary>Verdict, estate and change in one line.</summary>
    public required string Title { get; init; }

    /// <summary>What the verdict rests on and what changed: a few sentences.</summary>
    public required ImmutableArray<string> Summary { get; init; }

    /// <summary>What came, what is there, what went: the most important first.</summary>
    public ImmutableArray<NoticeFinding> Findings { get; init; } = [];

    public NoticeCounts Counts { get; init; } = new(0, 0, 0, 0, 0);

    public string? Policy { get; init; }

    public string? Estate { get; init; }

    /// <summary>The moment that was judged, or that of the failure.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether somebody should look now: something counts, or nobody knows.</summary>
    public required bool IsUrgent { get; init; }
}
