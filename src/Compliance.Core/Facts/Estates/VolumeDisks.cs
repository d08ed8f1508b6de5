using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What lies under a volume of a guest.</summary>
internal sealed class VolumeDisks
{
    private readonly EstateSources sources;
    private readonly EstateLineages lineages;
    private readonly GuestFacts guest;
    private readonly Lazy<Observed<Lineage>> lineage;

    public VolumeDisks(EstateSources sources, EstateLineages lineages, GuestFacts guest, string volumeId)
    {
        this.sources = sources;
        this.lineages = lineages;
        this.guest = guest;
        lineage = new(() => lineages.OfVolume(guest.State.Node, volumeId));
    }

    public Observed<ImmutableArray<string>> Disks => lineage.Value.Then(way => way.Verdict == LineageVerdict.Unknown
        ? Observation.Unreadable<ImmutableArray<string>>(way.Gaps[0])
        : Observation.Known(way.Disks.Select(disk => disk.ToString()).ToImmutableArray()));

    public Observed<string> Proof => lineage.Value.Then(way => way.Verdict == LineageVerdict.Unknown
        ? Observation.Unreadable<string>(way.Gaps[0])
        : Observation.Known(way.Proof));

    /// <summary>The targets of the guest's backups that use one of its disks.</summary>
    public Observed<ImmutableArray<string>> SharedWithBackups => lineage.Value.Then(way => guest.BackupTargets.Then(targets =>
    {
        var node = sources.Node(guest.State.Node).Value!;
        var states = targets.Select(sources.Storage).ToList();
        var unseen = states.Find(state => !state.IsKnown);
        var shared = EstateLineages.Sharing(way, states.Where(state => state.Value is not null).Select(state => lineages.Of(node, state.Value!)));
        return unseen is not null && shared is { IsKnown: true, Value.IsEmpty: true }
            ? Observation.Unreadable<ImmutableArray<string>>(unseen.Unreadable!)
            : shared;
    }));
}
