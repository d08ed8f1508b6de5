using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>How backups are proven. A backup is not working until restored.</summary>
public sealed record ValidationDemand
{
    /// <summary>How old the last successful restore test of a tier may be; null when any age will do.</summary>
    public Placed<TimeSpan>? RestoreTestEvery { get; init; }

    /// <summary>The test restores to another VM id than the source.</summary>
    public Placed<bool>? ToNewVmId { get; init; }

    /// <summary>What is checked after the restore, such as <c>boot</c> and <c>service</c>.</summary>
    public ImmutableArray<Placed<string>> Verify { get; init; } = [];

    /// <summary>Where each validation is written down.</summary>
    public ImmutableArray<Placed<string>> DocumentIn { get; init; } = [];

    /// <summary>Where one record per tier is written down.</summary>
    public ImmutableArray<Placed<string>> DocumentOncePerTierIn { get; init; } = [];
}
