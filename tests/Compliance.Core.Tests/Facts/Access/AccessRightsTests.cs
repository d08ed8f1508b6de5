using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Core.Tests.Facts.Access;

/// <summary>The rules of inheritance that surprise, from pve-access-control's own tests and code.</summary>
public sealed class AccessRightsTests
{
    private const string Store = "/storage/local-backup";

    private const string Pooled = "/storage/pooled";

    private static readonly ImmutableArray<RoleState> Roles =
    [
        new("Admin", ["Datastore.Allocate", "Datastore.Audit"]),
        new("Audit", ["Datastore.Audit"]),
        new("NoAccess", []),
    ];

    [Fact]
    public void Entry_further_down_replaces_what_is_inherited()
    {
        var rights = Of(User("/", "Admin"), User(Store, "Audit"));
        rights.Has("a@pve", Store, "Datastore.Allocate").Should().BeFalse();
        rights.Has("a@pve", Store, "Datastore.Audit").Should().BeTrue();
        rights.Has("a@pve", "/storage/other", "Datastore.Allocate").Should().BeTrue();
    }

    [Fact]
    public void Entry_that_does_not_propagate_counts_on_its_path_alone()
    {
        var rights = Of(User("/storage", "Admin") with { Propagates = false });
        rights.Has("a@pve", "/storage", "Datastore.Allocate").Should().BeTrue();
        rights.Has("a@pve", Store, "Datastore.Allocate").Should().BeFalse();
        Of(User("/", "Admin"), User("/storage", "Audit") with { Propagates = false }).Has("a@pve", Store, "Datastore.Allocate")
            .Should().BeTrue("what does not apply replaces nothing");
    }

    [Fact]
    public void User_beats_group_on_one_path_and_groups_add_up()
    {
        Of(Group("/", "Admin"), User("/", "Audit")).Has("a@pve", Store, "Datastore.Allocate").Should().BeFalse();
        Of(Group("/", "Admin"), Group("/", "Audit") with { Principal = "h" }).Has("a@pve", Store, "Datastore.Allocate").Should().BeTrue();
        Of(User("/", "Audit"), Group("/storage", "Admin")).Has("a@pve", Store, "Datastore.Allocate").Should().BeTrue("it stands further down");
        Of(Group("/", "Admin")).Has("stranger@pve", Store, "Datastore.Audit").Should().BeFalse();
    }

    [Fact]
    public void NoAccess_takes_every_other_role_of_the_path_away()
    {
        Of(User(Store, "Admin"), User(Store, "NoAccess")).Has("a@pve", Store, "Datastore.Audit").Should().BeFalse();
        Of(User("/", "NoAccess"), User("/storage", "Admin")).Has("a@pve", Store, "Datastore.Audit").Should().BeTrue("it was replaced");
    }

    [Fact]
    public void Pool_lends_its_roles_to_its_members_and_its_NoAccess_wins()
    {
        Of(User("/pool/p", "Admin")).Has("a@pve", Pooled, "Datastore.Allocate").Should().BeTrue();
        Of(User("/pool", "Admin")).Has("a@pve", Pooled, "Datastore.Allocate").Should().BeTrue("it propagates to the pool");
        Of(User("/pool/p", "Admin")).Has("a@pve", "/storage/other", "Datastore.Audit").Should().BeFalse();
        Of(User(Pooled, "Audit"), User("/pool/p", "Admin")).Has("a@pve", Pooled, "Datastore.Allocate").Should().BeTrue("they add up");
        Of(User(Pooled, "Admin"), User("/pool/p", "NoAccess")).Has("a@pve", Pooled, "Datastore.Audit").Should().BeFalse();
        Of(User(Pooled, "NoAccess"), User("/pool/p", "Admin")).Has("a@pve", Pooled, "Datastore.Audit").Should().BeFalse();
    }

    [Fact]
    public void Pool_lends_what_it_inherits_itself()
    {
        Of(User("/", "Admin"), User(Pooled, "Audit")).Has("a@pve", Pooled, "Datastore.Allocate").Should().BeTrue("the pool has it from the root");
        Of(User("/", "NoAccess"), User(Pooled, "Admin")).Has("a@pve", Pooled, "Datastore.Audit").Should().BeFalse("the pool has it from the root");
    }

    [Fact]
    public void Pool_may_lend_when_it_has_entries_or_gives_back_what_was_replaced()
    {
        Of(User("/pool/p", "Audit")).MayLend("p").Should().BeTrue();
        Of(User("/pool", "Audit")).MayLend("p").Should().BeTrue();
        Of(User("/", "Admin"), User("/vms/110", "Audit")).MayLend("p").Should().BeTrue();
        Of(Group("/", "Admin"), User("/storage", "Audit")).MayLend("p").Should().BeTrue("the user is in the group");
        Of(User("/", "Admin")).MayLend("p").Should().BeFalse();
        Of(User("/pool/q", "Admin"), User(Store, "Audit")).MayLend("p").Should().BeFalse();
    }

    [Fact]
    public void Pool_that_may_not_lend_changes_nobodys_rights() => Acls.Sample(
        acl =>
        {
            var (with, without) = (Of(acl, [new PoolMember("p", Pooled)]), Of(acl, []));
            return with.MayLend("p") || (
                from principal in new[] { "a@pve", "b@pve", "a@pve!t" }
                from path in new[] { Pooled, Store, "/storage", "/vms/110" }
                from privilege in new[] { "Datastore.Allocate", "Datastore.Audit" }
                select with.Has(principal, path, privilege) == without.Has(principal, path, privilege)).All(same => same);
        },
        iter: 20_000);

    [Fact]
    public void Separated_token_has_what_both_it_and_its_user_have()
    {
        const string Token = "a@pve!t";
        Of(User("/", "Admin")).Has(Token, Store, "Datastore.Audit").Should().BeFalse("it has no entry of its own");
        Of(User("/", "Audit"), TokenEntry(Token, "Admin")).Has(Token, Store, "Datastore.Allocate").Should().BeFalse("its user has not");
        Of(User("/", "Admin"), TokenEntry(Token, "Audit")).Has(Token, Store, "Datastore.Audit").Should().BeTrue();
        Of(User("/", "Admin"), TokenEntry(Token, "Audit")).Has(Token, Store, "Datastore.Allocate").Should().BeFalse("it has not");
        Of([Token], User("/", "Admin"), TokenEntry(Token, "Audit")).Has(Token, Store, "Datastore.Allocate").Should().BeTrue("it is not separated");
    }

    [Fact]
    public void Root_may_do_everything_and_its_separated_token_what_it_was_given()
    {
        var rights = Of(User("/", "NoAccess") with { Principal = "root@pam" }, TokenEntry("root@pam!ci", "Audit"));
        rights.Has("root@pam", Store, "Datastore.Allocate").Should().BeTrue();
        rights.Has("root@pam!ci", Store, "Datastore.Audit").Should().BeTrue();
        rights.Has("root@pam!ci", Store, "Datastore.Allocate").Should().BeFalse();
        Of(["root@pam!ci"]).Has("root@pam!ci", Store, "Datastore.Allocate").Should().BeTrue();
    }

    [Fact]
    public void Role_that_is_gone_grants_nothing() => Of(User("/", "Gone")).Has("a@pve", Store, "Datastore.Audit").Should().BeFalse();

    private static readonly Gen<AclEntry[]> Acls = Gen.Select(
        OneOf("/", "/", "/storage", Pooled, Store, "/pool", "/pool/p", "/pool/q", "/vms"),
        OneOf(("user", "a@pve"), ("user", "b@pve"), ("group", "g"), ("token", "a@pve!t")),
        OneOf("Admin", "Audit", "NoAccess"),
        Gen.Bool,
        (path, who, role, propagates) => new AclEntry(path, who.Item1, who.Item2, role, propagates)).Array[0, 4];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static AccessRights Of(params AclEntry[] acl) => Of([], acl);

    private static AccessRights Of(AclEntry[] acl, ImmutableArray<PoolMember> members) => new(new AccessConfig
    {
        Acl = [.. acl], Roles = Roles, Groups = [new GroupState("g", ["a@pve"])], PoolMembers = members,
    });

    private static AccessRights Of(ImmutableArray<string> fullTokens, params AclEntry[] acl) => new(new AccessConfig
    {
        Acl = [.. acl],
        Roles = Roles,
        Groups = [new GroupState("g", ["a@pve"]), new GroupState("h", ["a@pve"])],
        PoolMembers = [new PoolMember("p", Pooled)],
        FullTokens = fullTokens,
    });

    private static AclEntry User(string path, string role) => new(path, "user", "a@pve", role, Propagates: true);

    private static AclEntry Group(string path, string role) => new(path, "group", "g", role, Propagates: true);

    private static AclEntry TokenEntry(string token, string role) => new("/", "token", token, role, Propagates: true);
}
