using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What of an estate is drawn, not judged. Verdicts do not depend on it, and most formats do not show it.</summary>
internal sealed record EstatePictures(ImmutableArray<GuestTimeline> Timelines, ImmutableArray<RetentionPicture> Retentions, LineageMap Lineage)
{
    public static EstatePictures None { get; } = new([], [], LineageMap.Empty);
}
