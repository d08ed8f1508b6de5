using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A virtual machine or container.</summary>
public sealed record GuestState
{
    public required int VmId { get; init; }

    /// <summary><c>qemu</c> or <c>lxc</c>.</summary>
    public required string Type { get; init; }

    public required string Node { get; init; }

    /// <summary>Null when the last status broadcast carried none (just after start, or an unreachable node). Untrusted text.</summary>
    public required string? Name { get; init; }

    /// <summary><c>running</c>, <c>stopped</c>, or <c>unknown</c> when its node does not answer.</summary>
    public required string Status { get; init; }

    /// <summary>Unreadable when the node does not answer: the field is then missing on the wire.</summary>
    public required Observed<bool> IsTemplate { get; init; }

    /// <summary>Lower case, sorted. Tags are case-insensitive unless the datacenter says otherwise.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>Null when in no pool; unreadable without <c>Pool.Audit</c>, because the field is then dropped silently.</summary>
    public required Observed<string?> Pool { get; init; }

    /// <summary>Such as <c>backup</c>, left over from a crashed run; null when not locked.</summary>
    public required string? Lock { get; init; }

    /// <summary>
    /// The configuration that a backup would use now (<c>current=1</c>), reduced to the keys facts need: agent, bios, digest,
    /// lock, meta, and all volumes. Sorted by key.
    /// </summary>
    public required Observed<ImmutableSortedDictionary<string, string>> Config { get; init; }
}
