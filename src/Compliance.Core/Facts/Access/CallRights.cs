using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Access;

/// <summary>
/// What the calls of the API show to whom: refused, filtered without a word, or whole. Read from the permission rules of
/// pve-manager, pve-storage, qemu-server and pve-access-control. GET only: there is no other call here.
/// </summary>
public static partial class CallRights
{
    private static readonly FrozenDictionary<string, CallRight> Table = new Dictionary<string, CallRight>
    {
        ["/access/acl"] = Open("Sys.Audit /access"),
        ["/access/groups"] = Open("Sys.Audit /access/groups"),
        ["/access/permissions"] = Open(),
        ["/access/roles"] = Open(),
        ["/access/users"] = Open("Sys.Audit /access/groups"),
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
        ["/cluster/resources"] = Open("VM.Audit /vms", "Pool.Audit /pool", "Datastore.Audit /storage", "Sys.Audit /nodes"),
        ["/cluster/resources?type=node"] = Open("Sys.Audit /nodes"),
        ["/cluster/resources?type=storage"] = Open("Datastore.Audit /storage"),
        ["/cluster/resources?type=vm"] = Open("VM.Audit /vms", "Pool.Audit /pool"),
        ["/cluster/status"] = For("Sys.Audit /"),
        ["/cluster/tasks"] = Open("Sys.Audit /"),
        ["/nodes"] = Open(),
        ["/nodes/{}/apt/update"] = For("Sys.Modify /nodes/{}"),
        ["/nodes/{}/disks/directory"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/list"] = For("Sys.Audit /|Sys.Audit /nodes/{}"),
        ["/nodes/{}/disks/lvm"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/lvmthin"] = For("Sys.Audit /"),
        ["/nodes/{}/disks/zfs"] = For("Sys.Audit /"),
        ["/nodes/{}/lxc"] = Open("VM.Audit /vms"),
        ["/nodes/{}/lxc/{}/config"] = For("VM.Audit /vms/{}"),
        ["/nodes/{}/qemu"] = Open("VM.Audit /vms"),
        ["/nodes/{}/qemu/{}/agent/info"] = For("VM.GuestAgent.Audit|VM.GuestAgent.Unrestricted /vms/{}"),
        ["/nodes/{}/qemu/{}/config"] = For("VM.Audit /vms/{}"),
        ["/nodes/{}/replication"] = Open("VM.Audit /vms"),
        ["/nodes/{}/report"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/storage"] = Open("Datastore.Audit /storage"),
        ["/nodes/{}/storage/{}/content"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}", "Datastore.Allocate /storage/{}"),
        ["/nodes/{}/storage/{}/prunebackups"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}"),
        ["/nodes/{}/storage/{}/status"] = For("Datastore.Audit|Datastore.AllocateSpace /storage/{}"),
        ["/nodes/{}/tasks"] = Open("Sys.Audit /nodes/{}"),
        ["/nodes/{}/time"] = For("Sys.Audit /nodes/{}"),
        ["/nodes/{}/vzdump/defaults"] = For("Datastore.Audit|Datastore.AllocateSpace /storage", "Sys.Audit /nodes/{}"),
        ["/nodes/{}/vzdump/extractconfig"] = For("VM.Backup /vms/{}"),
        ["/pools"] = Open("Pool.Audit /pool"),
        ["/storage"] = Open("Datastore.Audit /storage"),
        ["/storage/{}"] = For("Datastore.Allocate /storage/{}"),
        ["/version"] = Open(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a GET gives a caller; null for a call that is not in the table.</summary>
    /// <param name="path">with names or <c>{node}</c> and the like; a query counts only where it changes what is shown</param>
    /// <param name="has">whether the caller holds a privilege on an ACL path, and for <c>/vms</c> and the like on all below it</param>
    public static CallAnswer? AnswerTo(string path, Func<string, string, bool> has)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bare = path.Split('?')[0];
        foreach (var asked in new[] { path, bare })
        {
            if (Table.TryGetValue(Generic(asked), out var right))
            {
                return right.AnswerTo(has);
            }
        }

        return null;
    }

    /// <summary>What stands below these is a name, whatever it is; all else is part of the call.</summary>
    private static string Generic(string path) => Names().Replace(path, "$1/{}");

    private static CallRight Open(params string[] shows) => new([], [.. shows.SelectMany(Rights)]);

    private static CallRight For(string opens, params string[] shows) => new([.. Rights(opens)], [.. shows.SelectMany(Rights)]);

    // "Sys.Audit|Sys.Modify /" is either one there, "Sys.Audit /|Sys.Audit /nodes/{}" one of two.
    private static IEnumerable<RightOn> Rights(string text)
    {
        var path = text[(text.LastIndexOf(' ') + 1)..];
        foreach (var one in text.Split('|'))
        {
            var words = one.Split(' ');
            yield return new RightOn(words[0], words.Length > 1 ? words[1] : path);
        }
    }

    [GeneratedRegex("(/nodes|/storage|/qemu|/lxc|/cluster/backup|/endpoints)/[^/?]+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
