using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What a tier's retention promises to hold on the day judged, once it has settled, and what the live jobs of some of its guests would
/// hold: both run through Proxmox's own prune algorithm in the node's time zone.
/// </summary>
public sealed record RetentionPicture
{
    public required int Level { get; init; }

    /// <summary>Of the tier. Untrusted text.</summary>
    public required string Title { get; init; }

    /// <summary>The guests that share these live jobs, by vmid: <c>qemu/101</c>.</summary>
    public required ImmutableArray<string> Guests { get; init; }

    /// <summary>The day judged, in <see cref="Zone"/>.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Of the guests' nodes.</summary>
    public required string Zone { get; init; }

    /// <summary>Null when the policy promises nothing that could be simulated; see <see cref="WhyNotPromised"/>.</summary>
    public required RetentionSide? Promised { get; init; }

    public required string? WhyNotPromised { get; init; }

    /// <summary>Null when it cannot be derived; see <see cref="WhyNotLive"/>.</summary>
    public required RetentionSide? Live { get; init; }

    public required string? WhyNotLive { get; init; }

    /// <summary>Days of which restore points are there now, newest first.</summary>
    public required ImmutableArray<PresentDay> Present { get; init; }

    /// <summary>Guests whose restore points may not all be listed; what is present of theirs is not counted as all there is.</summary>
    public required ImmutableArray<string> Unlisted { get; init; }

    /// <summary>Days promised that the live jobs would not keep, newest first; empty when one of the sides is not known.</summary>
    public ImmutableArray<DateOnly> Lacking => Promised is null || Live is null ? [] : [.. Promised.Days.Except(Live.Days)];

    /// <summary>Days the live jobs would keep and nothing promises, newest first; empty when one of the sides is not known.</summary>
    public ImmutableArray<DateOnly> Surplus => Promised is null || Live is null ? [] : [.. Live.Days.Except(Promised.Days)];
}
