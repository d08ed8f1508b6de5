using System.Collections.Immutable;
using System.Globalization;

namespace Compliance.Core.Model;

/// <summary>A test restore as somebody recorded it: which archive, where to, when, and what was looked at afterwards.</summary>
public sealed record RestoreTest
{
    /// <summary>The level of the tier it speaks for.</summary>
    public required Placed<int> Tier { get; init; }

    /// <summary>The guest whose backup was restored, such as <c>qemu/101</c>.</summary>
    public required Placed<string> Guest { get; init; }

    /// <summary>The archive that was restored, as a volume id of Proxmox VE.</summary>
    public required Placed<string> VolumeId { get; init; }

    /// <summary>The vmid it was restored to.</summary>
    public required Placed<int> RestoredTo { get; init; }

    /// <summary>
    /// Where it was restored, when that is said: a machine that is no node of the cluster keeps a task log of its own, so the cluster's
    /// neither confirms nor contradicts the test. Null: in the cluster.
    /// </summary>
    public Placed<string>? Host { get; init; }

    /// <summary>In UTC; the restore itself is between start and end.</summary>
    public required Placed<DateTimeOffset> Started { get; init; }

    /// <summary>In UTC; never before <see cref="Started"/>.</summary>
    public required Placed<DateTimeOffset> Finished { get; init; }

    /// <summary>What was verified, at least one thing.</summary>
    public required ImmutableArray<RestoreCheck> Checks { get; init; }

    /// <summary>Who did it.</summary>
    public required Placed<string> By { get; init; }

    /// <summary>Where it is written down, such as <c>session-notes</c>.</summary>
    public ImmutableArray<Placed<string>> DocumentedIn { get; init; } = [];

    /// <summary>Where the record is written.</summary>
    public required Place Place { get; init; }

    /// <summary><c>qemu</c> or <c>lxc</c>.</summary>
    public string GuestType => Guest.Value[..Guest.Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The number of the guest whose backup was restored.</summary>
    public int VmId => int.Parse(Guest.Value.AsSpan(Guest.Value.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}
