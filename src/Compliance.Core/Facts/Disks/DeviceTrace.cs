using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>The disks a device was traced to.</summary>
internal sealed record DeviceTrace
{
    public ImmutableArray<PhysicalDisk> Disks { get; init; } = [];

    /// <summary>The listed partitions or whole disks at the end of the way.</summary>
    public ImmutableArray<DiskRow> Rows { get; init; } = [];

    /// <summary>What could not be traced; the disks are all of them only when there is none.</summary>
    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>Not null when a step was concluded from what else could fit, not seen.</summary>
    public string? Inference { get; init; }

    public static DeviceTrace Lost(Gap gap) => new() { Gaps = [gap] };

    /// <summary>Together: each disk once, sorted.</summary>
    public static DeviceTrace Join(IEnumerable<DeviceTrace> traces)
    {
        var all = traces.ToArray();
        return new DeviceTrace
        {
            Disks = [.. all.SelectMany(t => t.Disks).DistinctBy(d => d.DevPath).OrderBy(d => d.DevPath, StringComparer.Ordinal)],
            Rows = [.. all.SelectMany(t => t.Rows).DistinctBy(r => r.DevPath).OrderBy(r => r.DevPath, StringComparer.Ordinal)],
            Gaps = [.. all.SelectMany(t => t.Gaps).Distinct()],
            Inference = all.Select(t => t.Inference).FirstOrDefault(i => i is not null),
        };
    }
}
