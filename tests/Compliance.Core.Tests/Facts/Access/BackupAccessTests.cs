using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Access;

public sealed class BackupAccessTests
{
    private static readonly ImmutableArray<RoleState> Roles =
        [new("Store", ["Datastore.AllocateSpace"]), new("Guest", ["VM.Backup"]), new("Owner", ["Datastore.Allocate"]), new("Granter", ["Permissions.Modify"])];

    [Fact]
    public void Two_harmless_rights_make_one_that_deletes_backups()
    {
        Readers(Entry("/storage/b", "Store")).Should().BeEmpty();
        Readers(Entry("/vms/100", "Guest")).Should().BeEmpty();
        Readers(Entry("/storage/b", "Store"), Entry("/vms/100", "Guest")).Should().Equal("a@pve");
        Readers(Entry("/storage/b", "Store"), Entry("/vms", "Guest")).Should().Equal("a@pve");
        Readers(Entry("/storage/b", "Store"), Entry("/vms", "Guest") with { Propagates = false }).Should().BeEmpty();
        Readers(Entry("/storage/b", "Store"), Entry("/pool/p", "Guest")).Should().Equal("a@pve");
        Readers(Entry("/storage/other", "Store"), Entry("/vms", "Guest")).Should().BeEmpty();
    }

    [Fact]
    public void Owner_of_the_storage_reads_and_removes()
    {
        var access = Of(Entry("/storage", "Owner"));
        access.Readers("b").Should().Equal("a@pve");
        access.Removers("b").Should().Equal("a@pve");
        access.Granters("b").Should().BeEmpty();
    }

    [Fact]
    public void Who_gives_rights_may_give_them_to_themselves() => Of(Entry("/", "Granter")).Granters("b").Should().Equal("a@pve");

    [Fact]
    public void Who_cannot_log_in_and_root_are_not_named()
        => Readers(Entry("/", "Owner") with { Principal = "gone@pve" }, Entry("/", "Owner") with { Principal = "root@pam" }).Should().BeEmpty();

    [Fact]
    public void Token_of_root_is_named_and_that_of_a_user_is_the_user()
        => Readers(
            Entry("/", "Owner"),
            Entry("/", "Owner") with { Kind = "token", Principal = "a@pve!t" },
            Entry("/", "Owner") with { Kind = "token", Principal = "root@pam!ci" }).Should().Equal("a@pve", "root@pam!ci");

    private static ImmutableArray<string> Readers(params AclEntry[] acl) => Of(acl).Readers("b");

    private static BackupAccess Of(params AclEntry[] acl)
        => new(new AccessConfig { Acl = [.. acl], Roles = Roles, PoolMembers = [new PoolMember("p", "/vms/110")] }, ["a@pve", "root@pam"]);

    private static AclEntry Entry(string path, string role) => new(path, "user", "a@pve", role, Propagates: true);
}
