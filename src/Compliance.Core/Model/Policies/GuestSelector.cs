using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Selects guests: one that matches any entry of any list is selected.</summary>
public sealed record GuestSelector
{
    /// <summary>Compared without case, as Proxmox does by default.</summary>
    public ImmutableArray<Placed<string>> Tags { get; init; } = [];

    /// <summary>Pools by exact name; nested pools are pools of their own.</summary>
    public ImmutableArray<Placed<string>> Pools { get; init; } = [];

    /// <summary>Name globs: <c>*</c> and <c>?</c>, case-sensitive.</summary>
    public ImmutableArray<Placed<string>> Names { get; init; } = [];

    public ImmutableArray<Placed<int>> VmIds { get; init; } = [];

    public required Place Place { get; init; }
}
