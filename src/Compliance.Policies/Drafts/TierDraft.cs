using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A tier of a draft.</summary>
public sealed record TierDraft
{
    /// <summary>0 to 9.</summary>
    public required int Level { get; init; }

    public required ImmutableArray<Drafted> Tags { get; init; }

    public required ImmutableArray<Drafted> Pools { get; init; }

    /// <summary>Guests that no tag and no pool of the tier selects.</summary>
    public required ImmutableArray<Drafted> VmIds { get; init; }

    /// <summary>Ids of the jobs it claims.</summary>
    public required ImmutableArray<Drafted> Jobs { get; init; }

    /// <summary>Services that the names of its guests suggest: the guest, with the service's name as note.</summary>
    public required ImmutableArray<Drafted> Services { get; init; }

    public required Cadence Schedule { get; init; }

    /// <summary>How the schedule compares with what is live.</summary>
    public required string? ScheduleNote { get; init; }

    /// <summary>Daily, weekly and monthly only: the policy knows no other.</summary>
    public required KeepOptions Keep { get; init; }

    /// <summary>How the retention compares with what is live.</summary>
    public required ImmutableArray<string> KeepNotes { get; init; }

    /// <summary>Whether anything selects guests for it.</summary>
    public bool HasGuests => !Tags.IsEmpty || !Pools.IsEmpty || !VmIds.IsEmpty;
}
