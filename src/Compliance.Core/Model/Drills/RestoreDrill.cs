using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One restore test, planned: what is restored, where to, and by which commands. Names in it are untrusted.</summary>
public sealed record RestoreDrill
{
    /// <summary>The guest whose backup is restored, such as <c>qemu/110</c>.</summary>
    public required string Guest { get; init; }

    /// <summary>Null when it has none.</summary>
    public required string? GuestName { get; init; }

    /// <summary>Why its turn has come.</summary>
    public required string WhyGuest { get; init; }

    /// <summary>The restore point, as a volume id.</summary>
    public required string VolumeId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why this one.</summary>
    public required string WhyPoint { get; init; }

    /// <summary>The node to work on: one that sees the restore point.</summary>
    public required string Node { get; init; }

    /// <summary>The vmid of the copy; nobody is seen to have it.</summary>
    public required int NewVmId { get; init; }

    /// <summary>The storage that takes the copy's volumes; null when none that was seen can, and then there are no steps.</summary>
    public required string? Storage { get; init; }

    /// <summary>Why that one, or why none.</summary>
    public required string WhyStorage { get; init; }

    /// <summary>In this order; none may be left out.</summary>
    public required ImmutableArray<DrillStep> Steps { get; init; }

    /// <summary>What to know before: what could not be seen, and what the copy will lack.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}
