using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The last days of one guest beside what the policy promises it today. A claim about a day is made only where it can be shown.</summary>
public sealed record GuestTimeline
{
    /// <summary>How many days a timeline shows, the day judged included.</summary>
    public const int Shown = 90;

    /// <summary>Such as <c>qemu/101</c>.</summary>
    public required string Guest { get; init; }

    /// <summary>Null when it has none. Untrusted text.</summary>
    public required string? Name { get; init; }

    /// <summary>Null when nothing is promised; see <see cref="NoPromise"/>.</summary>
    public required GuestPromise? Promise { get; init; }

    /// <summary>Why no window is promised, for people; null when there is a promise.</summary>
    public required string? NoPromise { get; init; }

    /// <summary>Oldest first; empty when the days cannot be told apart, see <see cref="Undrawn"/>.</summary>
    public required ImmutableArray<TimelineDay> Days { get; init; }

    /// <summary>Why there are no days: the node's time zone could not be read.</summary>
    public Gap? Undrawn { get; init; }

    /// <summary>The zone the days are days of; empty when it is not known.</summary>
    public string Zone { get; init; } = string.Empty;

    /// <summary>Why restore points may be missing from the picture; null when all were listed.</summary>
    public Gap? Unlisted { get; init; }

    /// <summary>Why nothing is known of runs before some day, or of any; null when none was ever lost.</summary>
    public Gap? Unrecorded { get; init; }

    /// <summary>Something went wrong, nothing is there of what is promised, or the whole picture is in doubt: worth a look before the others.</summary>
    public bool NeedsLook => Undrawn is not null || Unlisted is not null || (Promise is not null && Points == 0) || Days.Any(day => day.Failed > 0 || day.Missed > 0 || day.Mark == DayMark.Gone);

    public int Points => Days.Sum(day => day.Points);

    public int MissedWindows => Days.Sum(day => day.Missed);

    public int FailedRuns => Days.Sum(day => day.Failed);

    public int Count(DayMark mark) => Days.Count(day => day.Mark == mark);
}
