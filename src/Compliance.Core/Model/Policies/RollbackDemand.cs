namespace Compliance.Core.Model;

/// <summary>What to do while backups fail.</summary>
public sealed record RollbackDemand
{
    /// <summary>After so many failed runs in a row the job should be disabled.</summary>
    public Placed<int>? DisableJobAfter { get; init; }

    /// <summary>The newest good restore point is kept safe from pruning.</summary>
    public Placed<bool>? PreserveLastGood { get; init; }

    /// <summary>The logs are reviewed before the next run.</summary>
    public Placed<bool>? ReviewLogs { get; init; }
}
