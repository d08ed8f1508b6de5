using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Access;

/// <summary>
/// What the calls of the API show to whom: refused, filtered without a word, or whole. Read from the permission rules of
/// pve-manager, pve-storage, qemu-server and pve-access-control. GET only: there is no other call here. What a collection takes for
/// hidden, what a refusal is said to need, and what the table of facts names are all this table.
/// </summary>
public static partial class CallRights
{
    private static readonly FrozenSet<string> Trees = FrozenSet.Create(StringComparer.Ordinal, "/access/groups", "/nodes", "/pool", "/storage", "/vms");

    private static readonly FrozenDictionary<string, CallRight> Table = new Dictionary<string, CallRight>
    {
        ["/access/acl"] = Open("Sys.Audit /access"),
        ["/access/groups"] = Open("Sys.Audit|Group.Allocate|User.Modify /access/groups"),
        ["/access/permissions"] = Open(),
        ["/access/roles"] = Open(),
        ["/access/users"] = Open("Sys.Audit|User.Modify /access/groups"),
        ["/cluster/backup"] = For("Sys.Audit /"),
        ["/cluster/backup/{}"] = For("Sys.Audit /"),
        ["/cluster/backup/{}/included_volumes"] = For("Sys.Audit /", "VM.Audit /vms"),
        ["/cluster/backup-info/not-backed-up"] = For("Sys.Audit /", "VM.Audit /vms"),
        ["/cluster/log"] = Open("Sys.Syslog /"),
        ["/cluster/notifications/endpoints/{}"] = For("Mapping.Audit|Mapping.Modify /mapping/notifications"),
        ["/cluster/notifications/matchers"] = For("Mapping.Audit|Mapping.Modify|Mapping.Use /mapping/notifications"),
        ["/cluster/notifications/targets"] = For("Mapping.Audit|Mapping.Modify|Mapping.Use /mapping/notifications"),
        ["/cluster/options"] = Open("Sys.Audit /"),
        ["/cluster/replication"] = Open("VM.Audit /vms"),
        ["/cluster/resources"] = Open("VM.Audit /vms", "Pool.Audit /pool", "Datastore.Audit|Datastore.AllocateSpace /storage", "Sys.Audit /nodes"),
        ["/cluster/resources?type=node"] = Open("Sys.Audit /nodes"),
        ["/cluster/resources?type=storage"] = Open("Datastore.Audit|Datastore.AllocateSpace /storage"),
        ["/cluster/resources?type=vm"] = Open("VM.Audit /vms", "Pool.Audit /pool"),
        ["/cluster/status"] = For("Sys.Audit /"),
        ["/cluster/tasks"] = Open("Sys.Audit /"),
        ["/nodes"] = Open(),
        ["/nodes/{}/apt/update"] = For("Sys.Modify /nodes/{}"),
        ["/nodes/{}/disks/directory"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/list"] = For("Sys.Audit /nodes/{}|Sys.Audit /"),
        ["/nodes/{}/disks/lvm"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/lvmthin"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/zfs"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/zfs/{}"] = For("Sys.Audit /"),
        ["/nodes/{}/lxc"] = Open("VM.Audit /vms"),
        ["/nodes/{}/lxc/{}/config"] = For("VM.Audit /vms/{}"),
        ["/nodes/{}/qemu"] = Open("VM.Audit /vms"),
        ["/nodes/{}/qemu/{}/agent/info"] = For("VM.GuestAgent.Audit|VM.GuestAgent.Unrestricted /vms/{}"),
        ["/nodes/{}/qemu/{}/config"] = For("VM.Audit /vms/{}"),
        ["/nodes/{}/replication"] = Open("VM.Audit /vms"),
        ["/nodes/{}/report"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/services/{}/state"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/storage"] = Open("Datastore.Audit|Datastore.AllocateSpace /storage"),
        ["/nodes/{}/storage/{}/content"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}", "Datastore.Allocate /storage/{}"),
        ["/nodes/{}/storage/{}/prunebackups"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}"),
        ["/nodes/{}/storage/{}/status"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}"),
        ["/nodes/{}/tasks"] = Open("Sys.Audit /nodes/{}"),
        ["/nodes/{}/tasks/{}/log"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/time"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/vzdump/defaults"] = For("Datastore.Audit|Datastore.AllocateSpace /storage", "Sys.Audit /nodes/{}"),
        ["/nodes/{}/vzdump/extractconfig"] = For("VM.Backup /vms/{}"),
        ["/pools"] = Open("Pool.Audit /pool"),
        ["/storage"] = Open("Datastore.Audit|Datastore.AllocateSpace /storage"),
        ["/storage/{}"] = For("Datastore.Allocate /storage/{}"),
        ["/version"] = Open(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a GET asks of its caller, on the very objects its path names; null for a call that is not in the table.</summary>
    /// <param name="path">with names, or <c>{node}</c> and the like; a query counts only where it changes what is shown</param>
    public static CallRight? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bare = path.Split('?')[0];
        var right = Table.GetValueOrDefault(Generic(path)) ?? Table.GetValueOrDefault(Generic(bare));
        return right is null ? null : new CallRight([.. right.Opens.Select(on => Named(on, bare))], [.. right.Shows.Select(on => Named(on, bare))]);
    }

    /// <summary>The call without the names in its path: <c>/nodes/{}/time</c>. What stands below nodes, storages and the like is a name.</summary>
    public static string Generic(string path) => Names().Replace(path, "$1/{}");

    /// <summary>The right on the object of the path: its node, storage or guest.</summary>
    private static RightOn Named(RightOn right, string path)
    {
        if (right.IsForEach || !right.Path.EndsWith("/{}", StringComparison.Ordinal))
        {
            return right;
        }

        var kinds = right.Path == "/vms/{}" ? new[] { "/qemu/", "/lxc/" } : [right.Path[..^2]];
        var start = kinds.Select(kind => path.IndexOf(kind, StringComparison.Ordinal) is var at and >= 0 ? at + kind.Length : -1).Max();
        return right with { Path = right.Path[..^2] + path[start..].Split('/')[0] };
    }

    private static CallRight Open(params string[] shows) => new([], [.. shows.SelectMany(Rights)]);

    private static CallRight For(string opens, params string[] shows) => new([.. Rights(opens)], [.. shows.SelectMany(Rights)]);

    // "Sys.Audit|Sys.Modify /" is either one there, "Sys.Audit /nodes/{}|Sys.Audit /" one of two.
    private static IEnumerable<RightOn> Rights(string text)
    {
        var privileges = new List<string>();
        foreach (var one in text.Split('|'))
        {
            var words = one.Split(' ');
            privileges.Add(words[0]);
            if (words.Length > 1)
            {
                yield return new RightOn([.. privileges], words[1], Trees.Contains(words[1]));
                privileges.Clear();
            }
        }
    }

    [GeneratedRegex("(/nodes|/storage|/qemu|/lxc|/cluster/backup|/endpoints|/tasks|/services|/disks/zfs)/[^/?]+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
