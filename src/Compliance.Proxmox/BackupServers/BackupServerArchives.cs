using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// The archives of hosts in a datastore of Proxmox Backup Server, with GET only. Nothing is downloaded: that a snapshot is whole says
/// the server's own verification, and what is inside says its catalog.
/// </summary>
public static class BackupServerArchives
{
    /// <summary>Reads a place that names a server; unreadable when its datastore cannot be listed.</summary>
    /// <param name="transport">to that server and no other: the token is sent there</param>
    /// <param name="isWanted">whether this is the name of a node: snapshots of other hosts are counted only</param>
    /// <param name="paths">further paths whose files are listed, absolute</param>
    public static async Task<HostArchivePlace> ReadAsync(
        HostArchiveSource place, IProxmoxTransport transport, ProxmoxOptions options, TimeProvider time,
        Func<string, bool> isWanted, IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(isWanted);
        using var api = new ProxmoxApi(transport, options, time, new CollectionMeter(null));
        var datastore = new Datastore(api, place.Name, place.Datastore!.Value.Value, place.Namespace?.Value);
        var found = await datastore.SnapshotsAsync(cancellation).ConfigureAwait(false);
        if (found.Unreadable is { } gap)
        {
            return new HostArchivePlace(place.Name, Observation.Unreadable<ImmutableArray<HostArchive>>(gap), 0);
        }

        var sees = await datastore.SeesAllAsync(cancellation).ConfigureAwait(false);
        var listing = new SnapshotListing(datastore, place.Archives, paths);
        var archives = ImmutableArray.CreateBuilder<HostArchive>();
        var settled = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var snapshot in found.Value!.Rows.Where(one => isWanted(one.Id)))
        {
            var archive = await DescribeAsync(snapshot, settled.GetValueOrDefault(snapshot.Id), listing, cancellation).ConfigureAwait(false);
            archives.Add(archive);
            if (archive.State == HostArchiveState.Good)
            {
                settled.TryAdd(snapshot.Id, snapshot.Name);
            }
        }

        return new HostArchivePlace(place.Name, Observation.Known(archives.ToImmutable()), found.Value.Rows.Length - archives.Count)
        {
            Hidden = found.Value.Hidden ?? sees.Unreadable ?? (sees.Value ? null : new Gap(
                $"{place.Name}: {datastore.AclPath}", "the token sees snapshots of its own only, and the server does not say what it left out", $"{Datastore.Audit} on {datastore.AclPath}")),
        };
    }

    private static async Task<HostArchive> DescribeAsync(Snapshot snapshot, string? newer, SnapshotListing listing, CancellationToken cancellation)
    {
        var (state, reason) = StateOf(snapshot, newer);
        var archive = new HostArchive
        {
            Name = snapshot.Name,
            Node = Observation.Known<string?>(snapshot.Id),
            TakenAt = snapshot.TakenAt,
            TakenFrom = HostArchiveTime.Snapshot,
            ModifiedAt = snapshot.TakenAt,
            Size = snapshot.Size ?? 0,
            State = state,
            Reason = reason,
            HasChecksum = state is HostArchiveState.Good or HostArchiveState.Damaged ? true : null,
            Files = [],
        };
        if (state != HostArchiveState.Good)
        {
            return archive;
        }

        var (files, unlisted) = await listing.ReadAsync(snapshot, cancellation).ConfigureAwait(false);
        return archive with { Files = files, Unlisted = unlisted };
    }

    // A failed verification is told first: it is known, whatever else is not. What was never verified may be damaged or not.
    private static (HostArchiveState State, string? Reason) StateOf(Snapshot snapshot, string? newer) => snapshot switch
    {
        _ when newer is not null => (HostArchiveState.NotOpened, $"{newer} is newer, and good"),
        { IsVerified: false } => (HostArchiveState.Damaged, "its last verification by Proxmox Backup Server failed"),
        { IsFinished: false } => (HostArchiveState.Unreadable, "it has no readable manifest: it is still being made, or was broken off"),
        { IsVerified: null } => (HostArchiveState.Unreadable, "Proxmox Backup Server never verified it: verify it, or turn on verify-new of the datastore"),
        _ => (HostArchiveState.Good, null),
    };
}
