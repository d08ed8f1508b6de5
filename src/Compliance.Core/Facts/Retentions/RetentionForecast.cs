namespace Compliance.Core.Facts.Retentions;

/// <summary>What a guest has on a storage once the retention has settled, measured after every run of the measured time.</summary>
public sealed record RetentionForecast
{
    /// <summary>Runs in the measured time. With 0 the other figures are 0: there is nothing to restore.</summary>
    public required int Runs { get; init; }

    /// <summary>Fewest restore points after a run.</summary>
    public required int FewestKept { get; init; }

    /// <summary>Most restore points after a run.</summary>
    public required int MostKept { get; init; }

    /// <summary>The least that the oldest restore point reached back after a run.</summary>
    public required TimeSpan ShortestReach { get; init; }

    /// <summary>The most that the oldest restore point reached back after a run.</summary>
    public required TimeSpan LongestReach { get; init; }

    /// <summary>The oldest the newest restore point becomes: the longest time between two runs. Null with fewer than two.</summary>
    public required TimeSpan? NewestAtWorst { get; init; }

    /// <summary>No job prunes: the number of restore points grows until the storage is full, and the figures are no steady state.</summary>
    public required bool GrowsForever { get; init; }

    /// <summary>More runs than are simulated: the figures cover a shorter time than asked for, from the start on.</summary>
    public required bool IsCutShort { get; init; }
}
