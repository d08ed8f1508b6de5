namespace Compliance.Core.Model;

/// <summary>A tier, whether its restore test is due, and the test to make.</summary>
public sealed record TierDrill
{
    /// <summary>0 to 9.</summary>
    public required int Level { get; init; }

    public required string Title { get; init; }

    public required DrillState State { get; init; }

    /// <summary>When the test fell due or falls due; null when that is no matter of time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why it is in that state, in words.</summary>
    public required string Why { get; init; }

    /// <summary>The test to make; null when none is due, or none can be made.</summary>
    public RestoreDrill? Drill { get; init; }

    /// <summary>Why no test can be planned although one is due; null when nothing is in the way.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Whether somebody has to restore something.</summary>
    public bool IsDue => State <= DrillState.Soon;

    /// <summary>Whether nobody can say that nothing is due.</summary>
    public bool IsUnsure => State is DrillState.Unknown or DrillState.Unconfirmed;
}
