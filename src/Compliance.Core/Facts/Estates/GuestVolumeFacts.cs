using System.Collections.Immutable;
using Compliance.Core.Facts.Guests;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The volumes of a guest: from its own configuration, and where that could not be read from any job's list of volumes, which
/// Proxmox computes from the same configuration.
/// </summary>
internal sealed class GuestVolumeFacts(EstateSources sources, EstateLineages lineages)
{
    public Observed<ImmutableArray<VolumeFacts>> Of(GuestFacts guest)
        => guest.State.Config.Match(
            config => Observation.Known(FromConfig(guest, config!)),
            gap => FromJobs(guest) is { } listed ? Observation.Known(listed) : Observation.Unreadable<ImmutableArray<VolumeFacts>>(gap));

    private ImmutableArray<VolumeFacts> FromConfig(GuestFacts guest, ImmutableSortedDictionary<string, string> config)
        => [.. GuestVolumes.Of(guest.State.Type, config)
            .Select(v => new VolumeFacts(guest, v.Key, v.VolumeId, v.Kind, Observation.Known(v.IsIncluded), v.Reason)
            {
                HoldsData = v.HoldsData,
                Way = new VolumeDisks(sources, lineages, guest, v.VolumeId),
            })];

    private ImmutableArray<VolumeFacts>? FromJobs(GuestFacts guest)
    {
        var listed = sources.Inventory.Jobs.Rows
            .Where(j => j.Included.IsKnown)
            .SelectMany(j => j.Included.Value)
            .FirstOrDefault(g => g.VmId == guest.State.VmId && g.Type == guest.State.Type && !g.Volumes.IsEmpty);
        return listed is null ? null : [.. listed.Volumes.Select(v => FromJob(guest, v))];
    }

    private VolumeFacts FromJob(GuestFacts guest, IncludedVolume volume)
    {
        var isUnusedEfi = volume.Key.StartsWith("efidisk", StringComparison.Ordinal) && volume.Reason.Contains("OVMF", StringComparison.Ordinal);
        var reason = volume.IsIncluded ? string.Empty : $"Proxmox leaves it out ({volume.Reason})";
        return new VolumeFacts(guest, volume.Key, volume.VolumeId, "volume", Observation.Known(volume.IsIncluded), reason)
        {
            HoldsData = !isUnusedEfi,
            Way = new VolumeDisks(sources, lineages, guest, volume.VolumeId),
        };
    }
}
