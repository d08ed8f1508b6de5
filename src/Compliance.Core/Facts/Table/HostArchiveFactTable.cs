using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of nodes that the archives of their own configuration tell.</summary>
internal static class HostArchiveFactTable
{
    public static void Declare()
    {
        PolicyGroup.Flag("namesHostArchives", "some tier says where archives of its hosts are", FactSources.Policy, p => p.Tiers.Any(t => !t.HostArchives.IsEmpty))
            .DeclaredAt("tiers[].host-archives", p => p.Tiers.FirstOrDefault(t => !t.HostArchives.IsEmpty)?.HostArchives[0].Place);

        NodeGroup.Flag("wantsHostArchive", "the policy names places where an archive of its configuration must be", FactSources.Policy, n => n.HostArchives.IsWanted);
        NodeGroup.Duration("hostArchiveLongestGap", "the longest time that may lie between two archives: the cadence of the tier plus its grace; zero on demand, and when none is wanted", FactSources.Policy, n => n.HostArchives.LongestGap);
        NodeGroup.Word("hostArchiveState", FactWords.HostArchive, "good when one archive was read to its end without a fault, else damaged when there are only such, or missing; undeclared when the policy names no place", FactSources.HostArchives, n => n.HostArchives.State).At(Place);
        NodeGroup.OptionalText("hostArchive", "file name of the newest good one; absent when there is none", FactSources.HostArchives, n => n.HostArchives.Newest.Select(a => a?.Name)).At(Place);
        NodeGroup.OptionalTime("hostArchiveTakenAt", "when it was taken: by its name when host-backup wrote it, by its backup-time on Proxmox Backup Server, else at the latest when its file was last written; absent when there is none", FactSources.HostArchives, n => n.HostArchives.Newest.Select(a => a?.TakenAt)).At(Place);
        NodeGroup.OptionalDuration("hostArchiveAge", "how old the newest good one is; absent when there is none", FactSources.HostArchives, n => n.HostArchives.Age).At(Place);
        NodeGroup.Texts("changedSinceHostArchive", "what is no longer as the newest good one holds it, by the digest that Proxmox VE tells: storage.cfg, the configurations of the guests that are on the node, guests that came or went; the network it does not tell. Empty when there is no archive", FactSources.HostArchiveDigests, n => n.HostArchives.ChangedSince).At(Place);
        NodeGroup.Flag("isHostArchiveStale", "every good one is older than the schedule of the tier and its grace allow; false when there is none", FactSources.HostArchives, n => n.HostArchives.IsStale).At(Place);
        NodeGroup.Texts("hostArchivePathsMissing", "what the newest good one lacks of the policy's host-paths, /etc/pve/storage.cfg, /etc/network/interfaces, and the configuration of the guests that are on the node; of guests made after it nothing. Empty when none is missing, and when there is no archive", FactSources.HostArchivePaths, n => n.HostArchives.PathsMissing).At(Place);
        NodeGroup.Texts("hostArchiveDamage", "damaged ones that are newer than the newest good one, newest first, each with what is wrong; one that does not tell its node counts for every node", FactSources.HostArchives, n => n.HostArchives.Damage).At(Place);
        NodeGroup.Flag("isHostArchiveApart", "a good one lies on another disk than the node's system, or on another machine, as the storage tells that the policy names for its place", FactSources.HostArchiveDisks, n => n.HostArchives.IsApart).At(Place);
    }

    private static LivePlace Place(NodeFacts node) => new($"host archives of {node.State.Name}", "");
}
