using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>
/// Whether a node's configuration is still what an archive of it holds. Proxmox VE tells the SHA-1 of <c>storage.cfg</c> and of each
/// guest's configuration as their <c>digest</c> (pve-common <c>PVE/SectionConfig.pm</c>, qemu-server <c>PVE/QemuServer.pm</c>), so that
/// nobody has to ask when something was changed. The network's it does not tell.
/// </summary>
internal sealed class LiveConfigurations(string node, Inventory inventory)
{
    private const string Storages = "/etc/pve/storage.cfg";

    /// <summary>
    /// What is another one now, came or went, in words. Unreadable when nothing of the kind is seen but something could not be compared.
    /// </summary>
    public Observed<ImmutableArray<string>> ChangedSince(HostArchive archive)
    {
        var files = archive.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var changed = new List<string>();
        var gaps = new List<Gap>();
        Compare(StorageDigest(), files.GetValueOrDefault(Storages), "storage.cfg");
        foreach (var guest in inventory.Guests.Rows.Where(guest => guest.Node == node))
        {
            var saved = inventory.Nodes.Rows.Select(other => files.GetValueOrDefault(RequiredPaths.PathOf(guest, other.Name))).FirstOrDefault(file => file is not null);
            Compare(DigestOf(guest), saved, $"{guest.Type}/{guest.VmId}");
        }

        if (inventory.Guests.Hidden is { } hidden)
        {
            gaps.Add(hidden);
        }
        else
        {
            changed.AddRange(Gone(files.Keys).Select(guest => $"{guest} is gone since"));
        }

        return Observation.Found<string>([.. changed], gaps.FirstOrDefault());

        void Compare(Observed<string> live, HostArchiveFile? saved, string what)
        {
            if (saved is null && archive.Unlisted is { } unlisted)
            {
                gaps.Add(unlisted);
            }
            else if (saved is null)
            {
                changed.Add($"{what} is not in it");
            }
            else if (live.Unreadable is { } gap)
            {
                gaps.Add(gap);
            }
            else if (saved.Sha1 is null)
            {
                gaps.Add(new Gap(archive.Name, archive.TakenFrom == HostArchiveTime.Snapshot
                    ? "the catalog of a snapshot tells names, and not whether a file is what it is now"
                    : $"{saved.Path} is no regular file in it"));
            }
            else if (saved.Sha1 != live.Value)
            {
                changed.Add($"{what} was changed since");
            }
        }
    }

    // One file for all storages, so every row tells the same. A cluster always has one: Proxmox adds "local" by itself.
    private Observed<string> StorageDigest() => inventory.Storages.Rows.Select(storage => storage.Digest).FirstOrDefault(digest => digest is not null) is { } told
        ? Observation.Known(told)
        : Observation.Unreadable<string>(inventory.Storages.Hidden ?? new Gap("/storage", "the inventory does not tell the digest of storage.cfg; collect it again"));

    private static Observed<string> DigestOf(GuestState guest) => guest.Config.Then(config => config!.GetValueOrDefault("digest") is { } digest
        ? Observation.Known(digest)
        : Observation.Unreadable<string>(new Gap($"/nodes/{guest.Node}/{guest.Type}/{guest.VmId}/config", "the inventory does not tell its digest; collect it again")));

    private IEnumerable<string> Gone(IEnumerable<string> paths)
    {
        var there = inventory.Guests.Rows.Select(guest => guest.VmId).ToHashSet();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (path.Split('/') is ["", "etc", "pve", "nodes", var of, ("qemu-server" or "lxc") and var kind, var file]
                && of == node && file.EndsWith(".conf", StringComparison.Ordinal)
                && int.TryParse(file[..^5], NumberStyles.None, CultureInfo.InvariantCulture, out var vmid) && !there.Contains(vmid))
            {
                yield return $"{(kind == "lxc" ? "lxc" : "qemu")}/{vmid}";
            }
        }
    }
}
