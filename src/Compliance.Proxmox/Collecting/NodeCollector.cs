using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Collects what only one node can tell. An offline node is not asked at all.</summary>
/// <param name="configured">the storages of the cluster</param>
/// <param name="asksForFallback">whether a job may run here that names no target</param>
internal sealed class NodeCollector(
    ProxmoxApi api,
    Visibility visibility,
    CollectionScope scope,
    CollectionMeter meter,
    NodeSeen node,
    ImmutableArray<StorageState> configured,
    bool asksForFallback)
{
    private readonly string _path = Endpoint.Node(node.Name);

    private Gap? Offline(string endpoint) => node.IsOnline ? null : new Gap(endpoint, $"node {node.Name} is offline");

    /// <summary>The storages the node reports; asked first, because the backups wait for it.</summary>
    public async Task<NodeStorages> StoragesAsync(CancellationToken cancellationToken)
    {
        var endpoint = _path + "/storage";
        var seen = Offline(endpoint) is { } gap
            ? new Listing<StorageSeen>([], gap)
            : await api.ListAsync(endpoint, StorageRows.Seen, static (a, b) => string.CompareOrdinal(a.State.Id, b.State.Id), cancellationToken)
                .ConfigureAwait(false);
        return new NodeStorages(node, visibility.Hide(seen, endpoint));
    }

    public async Task<NodeState> CollectAsync(Task<NodeStorages> storages, CancellationToken cancellationToken)
    {
        // The report is the slowest answer of all: it goes first.
        var report = AskAsync("/report", DeviceSections.Read, cancellationToken);
        var zone = AskAsync("/time", e => new WireRow(e.Data).Text("timezone"), cancellationToken);
        var scheduler = AskAsync(
            "/services/pvescheduler/state", e => new WireRow(e.Data).Text("state"), cancellationToken);
        var disks = AskAsync("/disks/list?include-partitions=1&skipsmart=1", DiskRows.Disks, cancellationToken);
        var told = ToldAsync(report);
        var units = MountUnitsAsync(told, cancellationToken);
        var groups = VolumeGroupsAsync(told, cancellationToken);
        var pools = ZfsPoolsAsync(told, cancellationToken);
        var asksNewestLog = scope.AsksNewestLog(visibility.Sight, configured, node.Name);
        var runs = new RunCollector(api, visibility, scope, node, asksNewestLog).CollectAsync(cancellationToken);
        var active = ActiveTasksAsync(cancellationToken);
        var replications = ReplicationsAsync(cancellationToken);
        var seen = await storages.ConfigureAwait(false);
        meter.Enter(3);
        var defaults = DefaultsAsync(seen.Seen, cancellationToken);
        var history = await runs.ConfigureAwait(false);
        return new NodeState
        {
            Name = node.Name,
            IsOnline = node.IsOnline,
            TimeZone = await zone.ConfigureAwait(false),
            Scheduler = await scheduler.ConfigureAwait(false),
            Storages = new Listing<NodeStorage>([.. seen.Seen.Rows.Select(s => s.State)], seen.Seen.Hidden),
            Defaults = await defaults.ConfigureAwait(false),
            Disks = await disks.ConfigureAwait(false),
            MountUnits = await units.ConfigureAwait(false),
            VolumeGroups = await groups.ConfigureAwait(false),
            ZfsPools = await pools.ConfigureAwait(false),
            DeviceReport = await report.ConfigureAwait(false),
            Tasks = history.Tasks,
            History = history.History,
            RunLogs = history.Logs,
            ActiveTasks = await active.ConfigureAwait(false),
            Replications = await replications.ConfigureAwait(false),
        };
    }

    // Without Sys.Audit the list holds the token's own tasks only.
    private async Task<Observed<ImmutableArray<TaskState>>> ActiveTasksAsync(CancellationToken cancellationToken)
    {
        const string Active = "/tasks?source=active";
        var tasks = await AskAsync(Active, envelope => RunCollector.NewestFirst(WireRow.Read(envelope.Data, RunRows.Task)), cancellationToken)
            .ConfigureAwait(false);
        return visibility.Hide(tasks, _path + "/tasks");
    }

    private async Task<Listing<ReplicationState>> ReplicationsAsync(CancellationToken cancellationToken)
    {
        var endpoint = _path + "/replication";
        return !scope.Asks(endpoint) ? NotCollected.List<ReplicationState>(endpoint)
            : Offline(endpoint) is { } gap ? new Listing<ReplicationState>([], gap)
            : visibility.Hide(
                await api.ListAsync(endpoint, ReplicationRows.Job, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken).ConfigureAwait(false),
                endpoint);
    }

    private Task<Observed<T>> AskAsync<T>(string below, Func<Envelope, T> read, CancellationToken cancellationToken)
    {
        var endpoint = Endpoint.Of(_path + below);
        if (!scope.Asks(_path + below))
        {
            return Task.FromResult(NotCollected.Value<T>(endpoint));
        }

        return Offline(endpoint) is { } gap
            ? Task.FromResult(Observation.Unreadable<T>(gap))
            : api.AskAsync(_path + below, read, cancellationToken);
    }

    private async Task<Observed<ImmutableArray<MountUnit>>> MountUnitsAsync(Task<NodeReportText> report, CancellationToken cancellationToken)
        => scope.AsksMountUnits(await report.ConfigureAwait(false))
            ? await AskAsync("/disks/directory", DiskRows.MountUnits, cancellationToken).ConfigureAwait(false)
            : NotCollected.Value<ImmutableArray<MountUnit>>(_path + "/disks/directory");

    /// <summary>Asked for only when the report, which is needed anyway, does not tell them.</summary>
    private async Task<Observed<ImmutableArray<VolumeGroup>>> VolumeGroupsAsync(Task<NodeReportText> report, CancellationToken cancellationToken)
        => await report.ConfigureAwait(false) is { VolumeGroups: { } groups }
            ? Observation.Known(groups)
            : await AskAsync("/disks/lvm", DiskRows.VolumeGroups, cancellationToken).ConfigureAwait(false);

    private async Task<Observed<ImmutableArray<ZfsPool>>> ZfsPoolsAsync(Task<NodeReportText> report, CancellationToken cancellationToken)
    {
        if (await report.ConfigureAwait(false) is { ZfsPools: { } told })
        {
            return Observation.Known(told);
        }

        var names = await AskAsync("/disks/zfs", DiskRows.ZfsPools, cancellationToken).ConfigureAwait(false);
        if (names.Unreadable is { } gap)
        {
            return Observation.Unreadable<ImmutableArray<ZfsPool>>(gap);
        }

        var pools = await Task.WhenAll(names.Value.Select(async name => new ZfsPool(
            name,
            await AskAsync("/disks/zfs/" + Uri.EscapeDataString(name), DiskRows.ZfsDevices, cancellationToken)
                .ConfigureAwait(false)))).ConfigureAwait(false);
        return Observation.Known(pools.ToImmutableArray());
    }

    private static async Task<NodeReportText> ToldAsync(Task<Observed<string>> report)
        => (await report.ConfigureAwait(false)).Match(text => NodeReportText.Parse(text!), _ => NodeReportText.Empty);

    /// <summary>
    /// Whatever target is asked for, the answer differs in its retention only, and there in vzdump.conf's when the target has none
    /// of its own (pve-manager <c>API2/VZDump.pm:defaults</c>): one such target tells all. A target without backup content is
    /// refused (500). Without Sys.Audit on the node some keys are left out silently.
    /// </summary>
    private async Task<ImmutableArray<VzdumpDefaults>> DefaultsAsync(Listing<StorageSeen> storages, CancellationToken cancellationToken)
    {
        var targets = storages.Rows.Where(storage => storage.HoldsBackups && storage.State.IsEnabled).Select(storage => storage.State.Id).ToList();
        var telling = targets.Find(target => configured.Any(storage => storage.Id == target && storage.PruneBackups is null)) ?? targets.FirstOrDefault();
        List<string?> asked = [.. asksForFallback ? new string?[] { null } : [], .. telling is null ? [] : new[] { telling }];
        var entries = await Task.WhenAll(asked.Select(async target =>
        {
            var query = target is null ? "" : "?storage=" + Uri.EscapeDataString(target);
            var settings = await AskAsync("/vzdump/defaults" + query, JobRows.Defaults, cancellationToken)
                .ConfigureAwait(false);
            return new VzdumpDefaults(target, visibility.Hide(settings, _path + "/vzdump/defaults"));
        })).ConfigureAwait(false);
        return [.. entries];
    }
}
