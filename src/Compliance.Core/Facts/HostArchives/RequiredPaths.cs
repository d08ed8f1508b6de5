using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>What an archive of a node must hold: the policy's paths, storages, network, and the configuration of each guest that is there now.</summary>
internal sealed class RequiredPaths(Tier tier, string node, Inventory inventory, ImmutableArray<GuestFacts> guests)
{
    private static readonly string[] Always = ["/etc/pve/storage.cfg", "/etc/network/interfaces"];

    /// <summary>
    /// Those that are not in the archive, sorted. Unreadable when none is seen to be missing but a hidden guest's may be, or when a guest
    /// whose configuration is missing may have been made after the archive; and when not all that is inside was listed.
    /// </summary>
    public Observed<ImmutableArray<string>> MissingIn(HostArchive archive)
    {
        var files = archive.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var missing = Always.Concat(tier.HostPaths.Select(path => path.Value)).Distinct(StringComparer.Ordinal)
            .Where(path => !files.Contains(path) && !files.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)))
            .ToList();
        var unknown = inventory.Guests.Hidden;
        foreach (var guest in guests.Where(guest => guest.State.Node == node && !IsSaved(guest.State, files)))
        {
            if (!guest.CreatedAt.IsKnown)
            {
                unknown = guest.CreatedAt.Unreadable;
            }
            else if (guest.CreatedAt.Value is not { } created || created <= archive.TakenAt)
            {
                missing.Add(PathOf(guest.State, node));
            }
        }

        if (missing.Count > 0 && archive.Unlisted is { } unlisted)
        {
            return Observation.Unreadable<ImmutableArray<string>>(unlisted);
        }

        return Observation.Found<string>([.. missing.Order(StringComparer.Ordinal)], unknown);
    }

    // pmxcfs is one file system for the cluster, so that a guest which has moved since is under another node's name.
    private bool IsSaved(GuestState guest, HashSet<string> files)
        => files.Contains(PathOf(guest, node)) || inventory.Nodes.Rows.Any(other => files.Contains(PathOf(guest, other.Name)));

    /// <summary>Where pmxcfs keeps the configuration of a guest while it is on that node.</summary>
    public static string PathOf(GuestState guest, string node)
        => string.Create(CultureInfo.InvariantCulture, $"/etc/pve/nodes/{node}/{(guest.Type == "qemu" ? "qemu-server" : "lxc")}/{guest.VmId}.conf");
}
