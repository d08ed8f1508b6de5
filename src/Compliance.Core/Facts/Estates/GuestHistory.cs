using System.Collections.Immutable;
using Compliance.Core.Facts.RestorePoints;
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
    /// <param name="blind">why some may be missing, or may not be this guest's; null when these are all of them</param>
    internal GuestHistory(ImmutableArray<RestorePoint> points, Gap? blind)
    {
        Points = points;
        this.blind = blind;
    }

    /// <summary>What was seen, newest first.</summary>
    public ImmutableArray<RestorePoint> Points { get; }

    /// <summary>How many; unreadable when a listing could not be read: unseen is not zero, and not none more.</summary>
    public Observed<long> Count => blind is not null ? Observation.Unreadable<long>(blind) : Observation.Known<long>(Points.Length);

    /// <summary>
    /// When the newest began; known and null when there is none. Unreadable when a listing could not be read, because a newer
    /// one may be on it, or when the guest was made, because it may be older than the guest.
    /// </summary>
    public Observed<DateTimeOffset?> Newest => blind is not null
        ? Observation.Unreadable<DateTimeOffset?>(blind)
        : Observation.Known<DateTimeOffset?>(Points.IsEmpty ? null : Points[0].CreatedAt);

    /// <summary>The newest itself; known and null when there is none. Unreadable as <see cref="Newest"/> is.</summary>
    public Observed<RestorePoint?> NewestPoint => Newest.Select(_ => Points.IsEmpty ? null : Points[0]);

    /// <summary>In bytes, as it lies on the storage now; known and null when there is none.</summary>
    public Observed<long?> NewestSize => NewestPoint.Then(newest => newest is null
        ? Observation.Known<long?>(null)
        : newest.Size.Select(bytes => (long?)bytes));

    /// <summary>
    /// Its size against those before it on the same storage and in the same format, because another compression is another size.
    /// Known and null when there is none; unreadable when a size is that might change the answer.
    /// </summary>
    public Observed<SizeVerdict?> NewestSizeVerdict => NewestPoint.Then(newest =>
    {
        if (newest is null || newest.Size.Unreadable is not null)
        {
            return newest is null ? Observation.Known<SizeVerdict?>(null) : Observation.Unreadable<SizeVerdict?>(newest.Size.Unreadable!);
        }

        var alike = AlikeBefore(0).ToList();
        var unseen = alike.Select(p => p.Size.Unreadable).FirstOrDefault(gap => gap is not null);
        return unseen is not null && !SizeComparison.IsEmpty(newest.Size.Value)
            ? Observation.Unreadable<SizeVerdict?>(unseen)
            : Observation.Known<SizeVerdict?>(SizeComparison.Of(newest.Size.Value, alike.Where(p => p.Size.IsKnown).Select(p => p.Size.Value)));
    });

    /// <summary>Those made before one of them, on the same storage and in the same format, newest first: only their sizes can be compared.</summary>
    /// <param name="at">its place in <see cref="Points"/></param>
    public IEnumerable<RestorePoint> AlikeBefore(int at)
    {
        var (storage, format) = (Points[at].StorageId, FormatOf(Points[at]));
        return Points.Skip(at + 1).Where(before => before.StorageId == storage && FormatOf(before) == format);
    }

    /// <summary>Volume ids of those with nothing in them; unreadable when none is seen but sizes or listings are not.</summary>
    public Observed<ImmutableArray<string>> Empty
    {
        get
        {
            var empty = Points.Where(p => p.Size.IsKnown && SizeComparison.IsEmpty(p.Size.Value)).Select(p => p.VolumeId).ToImmutableArray();
            var unseen = blind ?? Points.Select(p => p.Size.Unreadable).FirstOrDefault(gap => gap is not null);
            return Observation.Found(empty, unseen);
        }
    }

    /// <summary>
    /// The longest time between two neighbours among the newest; known and null when there are fewer than two. Unreadable when a
    /// listing is, because one on it may lie between.
    /// </summary>
    /// <param name="count">how many of the newest are kept one by one, so that a gap between them is a run that is missing</param>
    public Observed<TimeSpan?> LongestGap(long count)
    {
        if (blind is not null)
        {
            return Observation.Unreadable<TimeSpan?>(blind);
        }

        TimeSpan? longest = null;
        for (var i = 1; i < Points.Length && i < count; i++)
        {
            var gap = Points[i - 1].CreatedAt - Points[i].CreatedAt;
            longest = longest is { } before && before >= gap ? before : gap;
        }

        return Observation.Known(longest);
    }

    /// <summary>
    /// What Proxmox Backup Server tells of the newest; known and null when there is none. A file is neither encrypted nor verified.
    /// Unreadable where the content was not listed, or not by who wrote the inventory.
    /// </summary>
    public Observed<PbsProof?> NewestProof => NewestPoint.Then(newest
        => newest is null ? Observation.Known<PbsProof?>(null)
            : newest.Pbs is { } proof ? Observation.Known<PbsProof?>(proof)
            : ArchiveName.Parse(newest.VolumeId, TimeZoneInfo.Utc) is { IsPbs: false } ? Observation.Known<PbsProof?>(new PbsProof(IsEncrypted: false, Verification: null))
            : Observation.Unreadable<PbsProof?>(newest.Size.Unreadable ?? new Gap($"/nodes/N/storage/{newest.StorageId}/content", "the inventory does not say")));

    private static string? FormatOf(RestorePoint point) => ArchiveName.Parse(point.VolumeId, TimeZoneInfo.Utc)?.Format;
}
