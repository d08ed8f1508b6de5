using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>
/// The live state as collected: what was seen, and what could not be seen. Close to the wire on purpose, so that a fact can be
/// computed again from a file years later; no secret, and nothing of a guest's configuration but what a fact needs.
/// </summary>
public sealed record Inventory
{
    /// <summary>The version of the file format this record is written as.</summary>
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    /// <summary>The cluster's name; on a standalone host the name of its only node.</summary>
    public required string Name { get; init; }

    /// <summary>When the collection began, in UTC, to the second.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>Proxmox VE's version as <c>GET /version</c> gives it, such as <c>9.2.11</c>.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>What the token may see.</summary>
    public required Observed<Sight> Sight { get; init; }

    /// <summary>False when the cluster has lost quorum; null on a standalone node. From <c>/cluster/status</c>.</summary>
    public required Observed<bool?> IsQuorate { get; init; }

    /// <summary>Nodes by name, from <c>/nodes</c>.</summary>
    public required Listing<NodeState> Nodes { get; init; }

    /// <summary>Guests by vmid, from <c>/cluster/resources</c>.</summary>
    public required Listing<GuestState> Guests { get; init; }

    /// <summary>Backup jobs by id, from <c>/cluster/backup</c>: jobs.cfg and the legacy vzdump.cron.</summary>
    public required Listing<JobState> Jobs { get; init; }

    /// <summary>Storage configuration by id, from <c>/storage</c>.</summary>
    public required Listing<StorageState> Storages { get; init; }

    /// <summary>Names of the resource pools, from <c>/pools</c>.</summary>
    public required Listing<string> Pools { get; init; }

    /// <summary>Who holds which role where, from <c>/access/acl</c>.</summary>
    public required Listing<AclEntry> Acl { get; init; }

    /// <summary>Roles with their privileges, from <c>/access/roles</c>.</summary>
    public required Listing<RoleState> Roles { get; init; }

    /// <summary>Users, from <c>/access/users</c>.</summary>
    public Listing<UserState> Users { get => field ?? Missing<UserState>("/access/users"); init; }

    /// <summary>Groups with their members, from <c>/access/groups</c>.</summary>
    public Listing<GroupState> Groups { get => field ?? Missing<GroupState>("/access/groups"); init; }

    /// <summary>Guests and storages of the resource pools whose rights can differ from their members' own, from <c>/pools</c>.</summary>
    public Listing<PoolMember> PoolMembers { get => field ?? Missing<PoolMember>("/pools"); init; }

    /// <summary>From <c>/cluster/notifications/matchers</c>.</summary>
    public Listing<NotificationMatcher> Matchers { get => field ?? Missing<NotificationMatcher>("/cluster/notifications/matchers"); init; }

    /// <summary>From <c>/cluster/notifications/targets</c>.</summary>
    public Listing<NotificationTarget> Targets { get => field ?? Missing<NotificationTarget>("/cluster/notifications/targets"); init; }

    /// <summary>Restore points, one entry for each storage and node that was asked; a shared storage is asked once.</summary>
    public required ImmutableArray<StorageBackups> Backups { get; init; }

    /// <summary>
    /// What was found in the places of the policy's <c>host-archives:</c>; null when nobody looked, since the collection was told no policy.
    /// It is no answer of the API: the tool reads it where it runs.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HostArchivePlace>? HostArchives { get; init; }

    /// <summary>What an inventory of an older version does not hold was not seen; it never is empty.</summary>
    private static Listing<T> Missing<T>(string endpoint)
        => new([], new Gap(endpoint, "not in this inventory, which an older version wrote; collect it again"));
}
