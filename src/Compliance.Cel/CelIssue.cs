namespace Compliance.Cel;

/// <summary>Something wrong in the source of an expression.</summary>
/// <param name="Start">offset into the source in UTF-16 units</param>
/// <param name="Length">0 at the end of the source</param>
/// <param name="Kind">what it is about</param>
/// <param name="Severity">with an error there is no program</param>
/// <param name="Message">what is wrong, one sentence without a final stop</param>
/// <param name="Suggestion">the name or text that was probably meant, ready to be put in place; or null</param>
public sealed record CelIssue(int Start, int Length, CelIssueKind Kind, CelSeverity Severity, string Message, string? Suggestion)
{
    /// <summary>Whether what was written is a slip of <see cref="Suggestion"/> and of nothing else (<see cref="Slip"/>): safe to put in place unread.</summary>
    public bool IsSlip { get; init; }

    public override string ToString() => Suggestion is null ? Message : $"{Message}. Did you mean {Suggestion}?";
}
