using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Who may do what with the backups on each storage. One list that may hide rows leaves all of it unknown.</summary>
internal sealed class StorageAccess(Inventory inventory, DateTimeOffset asOf)
{
    private readonly Observed<BackupAccess> access = Build(inventory, asOf);

    public Observed<ImmutableArray<string>> Readers(string storage) => access.Select(a => a.Readers(storage));

    public Observed<ImmutableArray<string>> Removers(string storage) => access.Select(a => a.Removers(storage));

    public Observed<ImmutableArray<string>> Granters(string storage) => access.Select(a => a.Granters(storage));

    /// <summary>Those of some principals whom a list names neither themselves nor by a group they are in (<c>@group</c>).</summary>
    public ImmutableArray<string> NotNamed(ImmutableArray<string> principals, ImmutableArray<string> named)
    {
        HashSet<string> allowed = [.. named, .. inventory.Groups.Rows.Where(g => named.Contains("@" + g.Id)).SelectMany(g => g.Members)];
        return [.. principals.Where(p => !allowed.Contains(p))];
    }

    private static Observed<BackupAccess> Build(Inventory inventory, DateTimeOffset asOf)
    {
        var hidden = inventory.Acl.Hidden ?? inventory.Roles.Hidden ?? inventory.Users.Hidden ?? inventory.Groups.Hidden ?? inventory.PoolMembers.Hidden;
        if (hidden is not null)
        {
            return Observation.Unreadable<BackupAccess>(hidden);
        }

        var config = new AccessConfig
        {
            Acl = inventory.Acl.Rows,
            Roles = inventory.Roles.Rows,
            Groups = inventory.Groups.Rows,
            PoolMembers = inventory.PoolMembers.Rows,
        };

        // Whoever is disabled or expired is refused before any right counts (AccessControl.pm:check_user_enabled).
        var users = inventory.Users.Rows.Where(u => u.IsEnabled && (u.ExpiresAt is not { } expires || expires >= asOf)).Select(u => u.Id);
        return Observation.Known(new BackupAccess(config, users));
    }
}
