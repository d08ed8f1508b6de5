using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The Proxmox Backup Server that the policy names, as the cluster has it: the storage, on each node, for each guest.</summary>
public sealed class PbsFacts
{
    private readonly EstateSources sources;
    private readonly string? id;
    private readonly DateTimeOffset asOf;

    internal PbsFacts(EstateSources sources, Policy policy, DateTimeOffset asOf)
    {
        this.sources = sources;
        this.asOf = asOf;
        id = policy.Pbs?.Storage?.Value;
        State = id is null ? Observation.Known<StorageState?>(null) : sources.Storage(id).Select(storage => storage is { Type: "pbs" } ? storage : null);
    }

    /// <summary>Its configuration; known and null when the policy names none, or the cluster has no storage of that id and of type <c>pbs</c>.</summary>
    public Observed<StorageState?> State { get; }

    public Observed<bool> Exists => State.Select(storage => storage is not null);

    /// <summary>New backups are encrypted by the client, so that the server never sees the data.</summary>
    public Observed<bool> IsEncrypted => State.Select(storage => storage is { HasEncryptionKey: true });

    /// <summary>The server's certificate is known by its fingerprint. Without one, whatever the system's authorities signed is taken.</summary>
    public Observed<bool> IsPinned => State.Select(storage => storage is { Fingerprint: not null });

    /// <summary>For a node: <c>active</c>, <c>inactive</c> (not reachable), <c>disabled</c> (or not assigned to it), <c>missing</c>.</summary>
    internal Observed<string> On(string node) => State.Then(storage => storage is null
        ? Observation.Known("missing")
        : sources.StorageOn(node, storage.Id).Select(seen => seen switch
        {
            { IsEnabled: true, IsActive: true } => "active",
            { IsEnabled: true } => "inactive",
            _ => "disabled",
        }));

    internal PbsCopies Of(GuestFacts guest) => new(id, JobsOf(guest), PointsOf(guest), asOf);

    private Observed<ImmutableArray<string>> JobsOf(GuestFacts guest) => guest.Cover.Jobs.Then(jobs => GuestCover.TargetsOf(jobs).Then(targets
        => jobs.IsEmpty
            ? Observation.Known(ImmutableArray<string>.Empty)
            : State.Select(pbs => jobs.Where((_, at) => pbs is not null && targets[at] == pbs.Id).Select(job => job.Job.State.Id).ToImmutableArray())));

    private Observed<ImmutableArray<RestorePoint>> PointsOf(GuestFacts guest) => State.Then(storage =>
    {
        if (storage is null)
        {
            return Observation.Known(ImmutableArray<RestorePoint>.Empty);
        }

        if (!sources.Inventory.Backups.Any(listing => listing.Storage == storage.Id && listing.Points.IsKnown))
        {
            return Observation.Unreadable<ImmutableArray<RestorePoint>>(
                sources.Unlisted(storage.Id, guest.State.Node) ?? new Gap($"/nodes/{guest.State.Node}/storage/{storage.Id}/prunebackups", "not collected"));
        }

        // Without the guest's age they may be those of a predecessor with its number.
        var points = guest.History.Points.Where(point => point.StorageId == storage.Id).ToImmutableArray();
        return !points.IsEmpty && guest.CreatedAt.Unreadable is { } gap
            ? Observation.Unreadable<ImmutableArray<RestorePoint>>(gap)
            : Observation.Known(points);
    });
}
