namespace Compliance.Core.Model;

/// <summary>What the runs up to one know of a finding. A fail and an unknown of the same place are two: the one says nothing of the other.</summary>
public sealed record TrackedFinding
{
    /// <summary>As the last run had it.</summary>
    public required HistoryFinding Finding { get; init; }

    public required RunMark FirstSeen { get; init; }

    /// <summary>The first run since it was last put right.</summary>
    public required RunMark Since { get; init; }

    public required RunMark LastSeen { get; init; }

    /// <summary>The last run that could tell that it was put right; null while it is not.</summary>
    public RunMark? Cleared { get; init; }
}
