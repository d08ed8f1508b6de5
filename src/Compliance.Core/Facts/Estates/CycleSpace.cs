using System.Collections.Immutable;
using Compliance.Core.Facts.Guests;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// Whether a storage has room for one more restore point of each guest that is backed up to it. A restore point takes about what the
/// guest's newest one takes; where nobody may see that, at most what the guest's volumes can hold.
/// </summary>
/// <param name="guests">those that are backed up to the storage from this node; from every node, when it is shared</param>
internal sealed class CycleSpace(Observed<long?> free, ImmutableArray<GuestFacts> guests)
{
    private readonly ImmutableArray<GuestFacts> sized = [.. guests.Where(guest => SizeOf(guest).IsKnown)];

    private readonly ImmutableArray<GuestFacts> unsized = [.. guests.Where(guest => !SizeOf(guest).IsKnown)];

    /// <summary>Bytes that are enough; unreadable when neither restore points nor volumes of a guest tell a size.</summary>
    public Observed<long> Need
    {
        get
        {
            var sum = Observation.Known(Certain);
            foreach (var guest in unsized)
            {
                sum = sum.Then(so => Provisioned(guest).Select(more => so + more));
            }

            return sum;
        }
    }

    /// <summary>
    /// Unreadable when the free space lies between what is certain to be needed and what is certainly enough. False while the storage
    /// is not active, or full: nothing can be written then.
    /// </summary>
    public Observed<bool> Fits => free.Then(left => left is not { } bytes || bytes <= 0 || bytes < Certain
        ? Observation.Known(false)
        : Need.Match(
            need => bytes >= need ? Observation.Known(true) : Observation.Unreadable<bool>(SizeOf(unsized[0]).Unreadable!),
            Observation.Unreadable<bool>));

    private long Certain => sized.Sum(guest => SizeOf(guest).Value);

    // The newest restore point's, wherever it lies. Before there is one, the guest's volumes are the only measure.
    private static Observed<long> SizeOf(GuestFacts guest) => guest.NewestLoggedSize.Then(size => size is { } bytes
        ? Observation.Known(bytes)
        : Observation.Unreadable<long>(new Gap($"/nodes/{guest.State.Node}/storage/ID/prunebackups", $"{guest.Id} has no restore point whose size would tell")));

    private static Observed<long> Provisioned(GuestFacts guest) => guest.State.Config.Then(config => guest.Volumes.Then(volumes
        => volumes.Select(volume => volume.IsIncluded.Unreadable).FirstOrDefault(gap => gap is not null) is { } hidden
            ? Observation.Unreadable<long>(hidden)
            : VolumeSize.Of(guest.State, config!, volumes.Where(volume => volume.IsIncluded.Value).Select(volume => volume.Key))));
}
