using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Access;

/// <summary>The user.cfg that pve-storage's own test of volume access runs on (<c>src/test/run_volume_access_tests.pl</c>).</summary>
internal static class VolumeAccessEstate
{
    private static readonly ImmutableArray<RoleState> Roles =
    [
        new("dsallocate", ["Datastore.Allocate"]),
        new("dsaudit", ["Datastore.Audit"]),
        new("vmuser", ["VM.Config.Disk", "Datastore.Audit"]),
        new("backup", ["VM.Backup", "Datastore.AllocateSpace"]),
    ];

    public static AccessRights Rights { get; } = new(new AccessConfig
    {
        Roles = Roles,
        Acl =
        [
            Entry("/storage/foo", "otherstorage@pve", "dsallocate"),
            Entry("/storage/dir", "dsallocate@pve", "dsallocate"),
            Entry("/storage/dir", "dsaudit@pve", "dsaudit"),
            Entry("/vms/100", "backup@pve", "backup"),
            Entry("/storage/dir", "backup@pve", "backup"),
            Entry("/vms/100", "vmuser@pve", "vmuser"),
            Entry("/vms/111", "vmuser@pve", "vmuser"),
            Entry("/storage/dir", "vmuser@pve", "vmuser"),
        ],
    });

    private static AclEntry Entry(string path, string user, string role) => new(path, "user", user, role, Propagates: true);
}
