using System.Collections.Immutable;

namespace Compliance.Core.Facts.Access;

/// <summary>
/// Who may do what with the backups on a storage, besides root@pam. Of tokens only those of root@pam that were given rights of
/// their own are named: any other token has at most what its user has, and acts for the user who is named. Whoever
/// may restore over a guest puts its backup to use without any of these rights, and is not named. What shells, the file system and
/// the server of a network storage allow cannot be seen through the API.
/// </summary>
public sealed class BackupAccess
{
    private readonly AccessRights rights;
    private readonly ImmutableArray<string> principals;
    private readonly ImmutableArray<string> guestPaths;

    /// <param name="config">who holds which role where</param>
    /// <param name="users">those who may log in</param>
    public BackupAccess(AccessConfig config, IEnumerable<string> users)
    {
        ArgumentNullException.ThrowIfNull(config);
        rights = new AccessRights(config);
        var ofRoot = config.Acl.Where(e => e.Kind == "token" && PrincipalName.UserOf(e.Principal) == PrincipalName.Root).Select(e => e.Principal);
        principals = [.. users.Where(u => u != PrincipalName.Root).Concat(ofRoot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        // A guest without entries of its own has what is inherited; its backups may outlive it, so no list of guests will do.
        guestPaths =
        [
            .. config.Acl.Select(e => e.Path).Concat(config.PoolMembers.Select(m => m.Path))
                .Where(p => p.StartsWith("/vms/", StringComparison.Ordinal)).Append("/vms/*").Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Who may read backups of some guest there, and take their protection away, see <see cref="VolumeAccess"/>.
    /// </summary>
    public ImmutableArray<string> Readers(string storage) => [.. principals.Where(p => MayUse(p, storage))];

    /// <summary>
    /// Who may delete backups of some guest there: one by one (<c>Content.pm:delete</c>), or by pruning, which needs only
    /// Datastore.Allocate (<c>PruneBackups.pm:delete</c>). That these are the readers is Proxmox's choice, not ours.
    /// </summary>
    public ImmutableArray<string> Removers(string storage) => Readers(storage);

    /// <summary>Who may give rights on it to anybody, themselves included: pve-access-control <c>RPCEnvironment.pm:check_perm_modify</c>.</summary>
    public ImmutableArray<string> Granters(string storage)
        => [.. principals.Where(p => rights.Has(p, "/storage/" + storage, "Permissions.Modify"))];

    private bool MayUse(string principal, string storage)
        => guestPaths.Any(guest => VolumeAccess.MayReadBackup(rights, principal, "/storage/" + storage, guest));
}
