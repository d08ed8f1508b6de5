using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The restore points of a guest on every storage that could be listed. Only finished archives with a standard name count: a
/// renamed file proves no run, and one from before the guest was made belongs to a predecessor of the same vmid.
/// </summary>
public sealed class GuestHistory
{
    private readonly Gap? blind;

    /// <param name="points">newest first</param>
    /// <param name="blind">why a listing that this guest's backups would be on could not be read; null when all were</param>
    internal GuestHistory(ImmutableArray<RestorePoint> points, Gap? blind)
    {
        Points = points;
        this.blind = blind;
    }

    /// <summary>What was seen, newest first.</summary>
    public ImmutableArray<RestorePoint> Points { get; }

    /// <summary>How many; unreadable when none was seen but a listing could not be read: unseen is not zero.</summary>
    public Observed<long> Count => Points.IsEmpty && blind is not null
        ? Observation.Unreadable<long>(blind)
        : Observation.Known<long>(Points.Length);

    /// <summary>
    /// When the newest began; known and null when there is none. Unreadable when a listing could not be read, because a newer
    /// one may be on it.
    /// </summary>
    public Observed<DateTimeOffset?> Newest => blind is not null
        ? Observation.Unreadable<DateTimeOffset?>(blind)
        : Observation.Known<DateTimeOffset?>(Points.IsEmpty ? null : Points[0].CreatedAt);
}
