using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A storage the policy speaks of, and its configuration in the cluster.</summary>
public sealed class StorageFacts
{
    private readonly StorageAccess access;

    internal StorageFacts(StorageDemand demand, Observed<StorageState?> state, Observed<ImmutableArray<string>> enclosing, StorageAccess access)
    {
        this.access = access;
        Demand = demand;
        State = state;
        EnclosingStorages = enclosing;
    }

    public StorageDemand Demand { get; }

    public string Id => Demand.Id.Value;

    /// <summary>Known and null when the cluster has no storage of that id.</summary>
    public Observed<StorageState?> State { get; }

    public Observed<bool> Exists => State.Select(s => s is not null);

    /// <summary>
    /// Whether Proxmox refuses to use it while nothing is mounted there. Without <c>is_mountpoint</c> an unmounted backup disk
    /// goes unnoticed: the directory is there, and backups fill the root file system (pve-storage <c>DirPlugin.pm</c>). Network
    /// storages and PBS are mounted or reached by Proxmox itself. Known and null when the storage does not exist.
    /// </summary>
    public Observed<bool?> IsMountPointEnforced => State.Select(s => s is null ? (bool?)null
        : s.Type is "dir" or "btrfs" ? IsTruthy(s.IsMountpoint)
        : true);

    /// <summary>Content types besides <c>backup</c>, sorted.</summary>
    public Observed<ImmutableArray<string>> OtherContent
        => State.Select(s => s is null ? [] : s.Content.Where(c => c != "backup").ToImmutableArray());

    /// <summary>The network protocol it is reached by: <c>nfs</c>, <c>cifs</c>, or <c>none</c>.</summary>
    public Observed<string> NetworkProtocol => State.Select(s => s?.NetworkProtocol ?? "none");

    /// <summary>Storages for guest disks whose directory, dataset or pool it lies inside of.</summary>
    public Observed<ImmutableArray<string>> EnclosingStorages { get; }

    /// <summary>Who besides root@pam may read backups on it and take their protection away; see <see cref="Access.BackupAccess"/>.</summary>
    public Observed<ImmutableArray<string>> Readers => access.Readers(Id);

    /// <summary>Who besides root@pam may delete backups on it.</summary>
    public Observed<ImmutableArray<string>> Removers => access.Removers(Id);

    /// <summary>Who besides root@pam may give rights on it.</summary>
    public Observed<ImmutableArray<string>> Granters => access.Granters(Id);

    /// <summary>Those of them all whom the policy does not name; everybody when it names nobody.</summary>
    public Observed<ImmutableArray<string>> Unlisted => Readers.Then(readers => Removers.Then(removers => Granters.Select(granters => access.NotNamed(
        [.. readers.Concat(removers).Concat(granters).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], AllowedAccess))));

    /// <summary>Whom the policy names; empty when it demands nothing, too.</summary>
    public ImmutableArray<string> AllowedAccess => [.. (Demand.Access ?? []).Select(p => p.Value)];

    /// <summary>Volume ids of archives whose guest does not exist; see <see cref="StorageArchives"/>.</summary>
    public Observed<ImmutableArray<string>> OrphanedBackups { get; internal init; } = null!;

    /// <summary>Volume ids of archives with a name that vzdump does not give.</summary>
    public Observed<ImmutableArray<string>> RenamedBackups { get; internal init; } = null!;

    // pve-storage DirPlugin.pm: 'yes', '1', … or an absolute path that must be a mount point.
    private static bool IsTruthy(string? value)
        => value is not null && (value.StartsWith('/') || value.ToLowerInvariant() is "1" or "yes" or "on" or "true");
}
