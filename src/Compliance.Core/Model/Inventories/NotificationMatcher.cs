using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// Decides which notifications go to which targets, from <c>/cluster/notifications/matchers</c>. Statements stay as Proxmox
/// writes them.
/// </summary>
public sealed record NotificationMatcher
{
    public required string Name { get; init; }

    /// <summary><c>all</c> (the default) or <c>any</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Matches what it would not match; without effect when it has no statement at all.</summary>
    public bool IsInverted { get; init; }

    public bool IsDisabled { get; init; }

    /// <summary>Such as <c>exact:type=vzdump,replication</c> or <c>regex:hostname=pve.*</c>.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Such as <c>warning,error</c>.</summary>
    public ImmutableArray<string> Severities { get; init; } = [];

    /// <summary>Such as <c>mon..fri 8-17:30</c>.</summary>
    public ImmutableArray<string> Calendars { get; init; } = [];

    /// <summary>Names of targets, whether or not they exist.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];
}
