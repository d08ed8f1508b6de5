using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// What of a host a snapshot holds, as its catalog tells. An archive's name is whatever its maker chose, so the path of the host comes
/// from the policy, or from the archive itself when it is plainly one of the whole host.
/// </summary>
/// <param name="paths">further ones that must be inside, absolute</param>
internal sealed class SnapshotListing(Datastore datastore, ImmutableArray<ArchivedPath> known, IReadOnlyCollection<string> paths)
{
    private const string CatalogName = "catalog.pcat1.didx";

    /// <summary>Directories of one snapshot that are listed: some per node and required path. A cluster has 32 nodes.</summary>
    private const int MostDirectories = 400;

    private static readonly string[] Always = ["/etc/pve", "/etc/network"];

    /// <summary>Files below <c>/etc/pve</c> that rules read, <c>/etc/network</c>, and one below each further path; and why more may be inside.</summary>
    public async Task<(ImmutableArray<HostArchiveFile> Files, Gap? Unlisted)> ReadAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        var walk = new CatalogWalk(datastore, snapshot, MostDirectories, cancellation);
        if (snapshot.Files.FirstOrDefault(file => file.Name == CatalogName) is not { } catalog)
        {
            walk.Miss("it has no catalog: only proxmox-backup-client can say what is inside");
            return ([], walk.Unlisted);
        }

        if (catalog.IsEncrypted != false)
        {
            walk.Miss("its catalog is encrypted: only who has the key can say what is inside");
            return ([], walk.Unlisted);
        }

        foreach (var file in snapshot.Files)
        {
            await TakeAsync(file, walk).ConfigureAwait(false);
        }

        return ([.. walk.Files.Select(path => new HostArchiveFile(path))], walk.Unlisted);
    }

    private async Task TakeAsync(SnapshotFile file, CatalogWalk walk)
    {
        if (Snapshot.PxarOf(file) is not { } name)
        {
            // An image of a disk, or a file sent by itself: it may hold anything. The catalog, the manifest and the log hold nothing of the host.
            if (file.Name is not (CatalogName or "index.json.blob" or "client.log.blob"))
            {
                walk.Miss($"what is inside {file.Name} is not read");
            }

            return;
        }

        if (await RootAsync(file.Name, name, walk).ConfigureAwait(false) is not { } root)
        {
            walk.Miss($"of which path of the host {name} was made only its maker knows: say it under \"archives\" of this place");
            return;
        }

        foreach (var wanted in Always.Concat(paths).Distinct(StringComparer.Ordinal))
        {
            await walk.TakeAsync(file.Name, root, wanted).ConfigureAwait(false);
        }
    }

    /// <summary>Named twice with two paths is as good as not named.</summary>
    private async Task<string?> RootAsync(string file, string name, CatalogWalk walk)
    {
        var told = known.Where(one => one.Name.Value == name).Select(one => one.Path.Value).Distinct(StringComparer.Ordinal).ToList();
        if (told.Count > 0)
        {
            return told.Count == 1 ? told[0] : null;
        }

        var top = await walk.ListAsync($"/{file}").ConfigureAwait(false);
        return top is not null && top.GetValueOrDefault("etc") == "d" && top.ContainsKey("usr") ? "/" : null;
    }
}
