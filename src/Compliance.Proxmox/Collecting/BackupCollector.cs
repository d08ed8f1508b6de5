using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Collects restore points: by the prune dry run, which shows all of them to an auditor, where the content list shows none
/// (pve-storage <c>PruneBackups.pm:dryrun</c> and <c>Content.pm:index</c>). Every configured place that could not be asked
/// has an entry that says so.
/// </summary>
internal sealed class BackupCollector(ProxmoxApi api, Visibility visibility, CollectionScope scope)
{
    public async Task<ImmutableArray<StorageBackups>> CollectAsync(
        Listing<StorageState> configured, NodeStorages[] nodes, Gap? hiddenNodes, CancellationToken cancellationToken)
    {
        var places = Places(configured, nodes);
        if (hiddenNodes is not null)
        {
            // Whoever looks for a storage's backups must find that nobody could look, and not that there are none.
            var asked = places.Select(place => place.Storage).ToHashSet(StringComparer.Ordinal);
            places.AddRange(configured.Rows
                .Where(storage => storage.Content.Contains("backup") && !storage.IsDisabled && !asked.Contains(storage.Id))
                .Select(storage => new BackupPlace(storage.Id, "unknown", hiddenNodes)));
        }

        var backups = await Task.WhenAll(places.Select(place => AskAsync(place, cancellationToken))).ConfigureAwait(false);
        return
        [
            .. backups.OrderBy(b => b.Storage, StringComparer.Ordinal).ThenBy(b => b.Node, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where to ask, and for places that cannot be asked, why.</summary>
    private static List<BackupPlace> Places(Listing<StorageState> configured, NodeStorages[] nodes)
    {
        var places = new List<BackupPlace>();
        var shared = new HashSet<string>(StringComparer.Ordinal);
        var candidates = nodes.SelectMany(node => node.Seen.Rows
            .Where(row => row.HoldsBackups && row.State.IsEnabled)
            .Select(row => (Node: node.Node.Name, Storage: row)));

        // A shared storage holds the same files everywhere: one node is asked, and one where it is active.
        foreach (var (node, storage) in candidates.OrderByDescending(c => c.Storage.State.IsActive).ThenBy(c => c.Node, StringComparer.Ordinal))
        {
            if (!storage.IsShared || shared.Add(storage.State.Id))
            {
                places.Add(new BackupPlace(storage.State.Id, node, CannotAsk: null));
            }
        }

        foreach (var node in nodes)
        {
            var reported = node.Seen.Rows.Select(row => row.State.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var storage in configured.Rows.Where(s => s.TakesBackupsOn(node.Node.Name) && !reported.Contains(s.Id)))
            {
                if (!storage.IsShared || shared.Add(storage.Id))
                {
                    var gap = node.Seen.Hidden ?? new Gap(Endpoint.Node(node.Node.Name) + "/storage", $"storage '{storage.Id}' is configured but not reported");
                    places.Add(new BackupPlace(storage.Id, node.Node.Name, gap));
                }
            }
        }

        return places;
    }

    private async Task<StorageBackups> AskAsync(BackupPlace place, CancellationToken cancellationToken)
    {
        var (storage, node, cannotAsk) = place;
        var path = Endpoint.Storage(node, storage);
        if (!scope.Asks(path + "/prunebackups"))
        {
            return new StorageBackups(storage, node, NotCollected.Value<ImmutableArray<RestorePoint>>(path + "/prunebackups"));
        }

        if (cannotAsk is not null)
        {
            return new StorageBackups(storage, node, Observation.Unreadable<ImmutableArray<RestorePoint>>(cannotAsk));
        }

        // The sizes are there before the rows, so that each row is made once. Rows may be hidden one by one: a volume that the
        // content list does not have is one whose size could not be read, never a backup that is not there.
        var sizes = await SizesAsync(storage, path, cancellationToken).ConfigureAwait(false);
        var hidden = Observation.Unreadable<long>(sizes.Unreadable ?? SizeGap(path, storage));
        var foreign = Observation.Unreadable<long>(
            sizes.Unreadable ?? SizeGap(path, storage) with { Needs = "Datastore.Allocate on /storage/" + storage });
        var points = await api.AskAsync(path + "/prunebackups?prune-backups=keep-all%3D1", envelope =>
        {
            var rows = WireRow.Read(envelope.Data, row =>
            {
                var point = StorageRows.Point(row, hidden);
                return sizes.Value is { } known && known.TryGetValue(point.VolumeId, out var content)
                    ? point with { Size = Observation.Known(content.Size), Pbs = content.Pbs }
                    : point.VmId is null ? point with { Size = foreign } : point;
            });
            rows.Sort(StorageRows.ByGuestAndTime);
            return rows.ToImmutableArray();
        }, cancellationToken).ConfigureAwait(false);
        return new StorageBackups(storage, node, points);
    }

    private async Task<Observed<Dictionary<string, ContentSeen>>> SizesAsync(string storage, string path, CancellationToken cancellationToken)
    {
        if (!scope.Asks(path + "/content"))
        {
            return NotCollected.Value<Dictionary<string, ContentSeen>>(path + "/content");
        }

        return Visibility.MaySeeSizes(visibility.Sight, storage)
            ? await api.AskAsync(path + "/content?content=backup", StorageRows.Contents, cancellationToken).ConfigureAwait(false)
            : Observation.Unreadable<Dictionary<string, ContentSeen>>(SizeGap(path, storage));
    }

    private static Gap SizeGap(string path, string storage)
        => new(path + "/content", "the list is filtered silently", $"Datastore.AllocateSpace on /storage/{storage} and VM.Backup on /vms");
}
