using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>
/// Digests of what the gate's answer rests on and what the change threatens: the rules, and what is configured. Sizes, times, tasks,
/// restore points, whether a guest runs or is locked move all the time and are left out: a receipt is good for what was judged, and
/// <c>ready</c> itself must be asked about the present.
/// </summary>
public static class RelevantDigests
{
    /// <param name="rules">those of the gate</param>
    /// <param name="request">a change to one node threatens what is on it</param>
    public static ImmutableArray<DigestPart> Of(RuleSet rules, Inventory inventory, ReadinessRequest request)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(inventory);
        ArgumentNullException.ThrowIfNull(request);
        var zones = new NodeZones(inventory);
        bool IsOn(string node) => request.Node is null || request.Node == node;

        return
        [
            CanonicalText.Part("rules", rules.Rules.Select(Of).Concat(rules.Disabled.Select(off => new CanonicalText().Add("off", true).ToMember(off.Rule.Id))), null),
            CanonicalText.Part("nodes", inventory.Nodes.Rows.Select(node => Of(node, zones)).Append(VersionOf(inventory)), inventory.Nodes.Hidden),
            CanonicalText.Part("storages", inventory.Storages.Rows.Where(storage => request.Node is not { } node || storage.IsFor(node)).Select(Of), inventory.Storages.Hidden),
            CanonicalText.Part("jobs", inventory.Jobs.Rows.Where(job => job.Node is not { } node || IsOn(node)).Select(Of), inventory.Jobs.Hidden),
            CanonicalText.Part("vzdump-defaults", inventory.Nodes.Rows.Where(node => IsOn(node.Name)).Select(Defaults), inventory.Nodes.Hidden),
            CanonicalText.Part("guests", inventory.Guests.Rows.Where(guest => IsOn(guest.Node)).Select(Of), inventory.Guests.Hidden),
            CanonicalText.Part("host-archives", (inventory.HostArchives ?? []).Select(place => Of(place, IsOn)), null),
        ];
    }

    private static DigestMember Of(Rule rule) => new CanonicalText()
        .Add("for", rule.For.ToString()).Add("when", rule.When?.Text).Add("assert", rule.Assert.Text).Add("waivable", rule.IsWaivable)
        .ToMember(rule.Id);

    private static DigestMember VersionOf(Inventory inventory) => new CanonicalText().Add("version", inventory.ServerVersion).ToMember("Proxmox VE");

    // Jobs run by the zone that the gate goes by, whoever told it.
    private static DigestMember Of(NodeState node, NodeZones zones) => new CanonicalText()
        .Add("online", node.IsOnline).Add("zone", zones.Of(node.Name), (text, zone) => text.Add("zone", zone.Id))
        .ToMember($"node/{node.Name}");

    private static DigestMember Defaults(NodeState node)
    {
        var text = new CanonicalText();
        foreach (var defaults in node.Defaults.OrderBy(defaults => defaults.Storage, StringComparer.Ordinal))
        {
            text.Add("for", defaults.Storage).Add("settings", defaults.Settings, (to, settings) => to
                .Add("storage", settings.Storage).Add("dumpdir", settings.DumpDir).Add("mode", settings.Mode).Add("compress", settings.Compress)
                .Add("prune", settings.PruneBackups).Add("remove", settings.Remove).Add("notification", settings.NotificationMode).Add("mailto", settings.MailTo));
        }

        return text.ToMember($"node/{node.Name}");
    }

    private static DigestMember Of(StorageState storage) => new CanonicalText()
        .Add("type", storage.Type).Add("content", storage.Content).Add("nodes", storage.Nodes?.AsEnumerable()).Add("disabled", storage.IsDisabled).Add("shared", storage.IsShared)
        .Add("path", storage.Path).Add("content-dirs", storage.ContentDirs).Add("mountpoint", storage.IsMountpoint).Add("prune", storage.PruneBackups)
        .Add("protected", storage.MaxProtectedBackups?.ToString(CultureInfo.InvariantCulture))
        .Add("server", storage.Server).Add("export", storage.Export).Add("share", storage.Share).Add("pool", storage.Pool).Add("vg", storage.VgName)
        .Add("thinpool", storage.ThinPool).Add("datastore", storage.Datastore).Add("namespace", storage.Namespace).Add("fingerprint", storage.Fingerprint)
        .Add("encrypted", storage.HasEncryptionKey)
        .ToMember($"storage/{storage.Id}");

    // Whom it includes follows from this and the guests; Proxmox's own list is asked for only where those could not be read.
    private static DigestMember Of(JobState job) => new CanonicalText()
        .Add("legacy", job.IsLegacy).Add("enabled", job.IsEnabled).Add("schedule", job.Schedule).Add("node", job.Node).Add("all", job.All)
        .Add("vmid", Sorted(job.VmIds)).Add("exclude", Sorted(job.Exclude)).Add("pool", job.Pool).Add("storage", job.Storage).Add("dumpdir", job.DumpDir)
        .Add("mode", job.Mode).Add("compress", job.Compress).Add("prune", job.PruneBackups).Add("remove", job.Remove)
        .Add("maxfiles", job.MaxFiles?.ToString(CultureInfo.InvariantCulture))
        .Add("notification", job.NotificationMode).Add("mailto", job.MailTo).Add("mailnotification", job.MailNotification)
        .Add("repeat", job.RepeatMissed).Add("protecting", job.IsProtecting).Add("excludepath", job.ExcludePaths)
        .ToMember($"job/{job.Id}");

    // The lock comes and goes with every task; Proxmox writes it into the configuration.
    private static DigestMember Of(GuestState guest) => new CanonicalText()
        .Add("node", guest.Node).Add("name", guest.Name).Add("tags", guest.Tags)
        .Add("template", guest.IsTemplate, (text, isTemplate) => text.Add("template", isTemplate))
        .Add("pool", guest.Pool, (text, pool) => text.Add("pool", pool))
        .Add("config", guest.Config, (text, config) => text.Add("config", config.Where(entry => entry.Key != "lock").Select(entry => $"{entry.Key}={entry.Value}")))
        .ToMember($"{guest.Type}/{guest.VmId}");

    // The way back that the answer rests on: the newest good archive of each node. A newer one moves it, too; then ask again.
    private static DigestMember Of(HostArchivePlace place, Func<string, bool> isOn) => new CanonicalText()
        .Add("archives", place.Archives, (text, archives) => text.Add("newest", archives
            .Where(archive => archive is { State: HostArchiveState.Good, Node.IsKnown: true } && isOn(archive.Node.Value ?? string.Empty))
            .GroupBy(archive => archive.Node.Value, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.MaxBy(archive => archive.TakenAt)!)
            .Select(archive => $"{archive.Node.Value} {archive.Name} {archive.Size}")
            .Order(StringComparer.Ordinal)))
        .ToMember(place.Place);

    private static IEnumerable<string> Sorted(ImmutableArray<int> ids) => ids.Order().Select(id => id.ToString(CultureInfo.InvariantCulture));
}
