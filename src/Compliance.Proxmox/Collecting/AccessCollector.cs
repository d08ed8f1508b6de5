using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Collects who there is and may do what: users, groups, roles, and what pools lend their rights to. Proxmox leaves out whom the token
/// may not see (pve-access-control <c>API2/User.pm:index</c>, <c>API2/Group.pm:index</c>). Names of people, comments and keys
/// for second factors are never kept.
/// </summary>
internal sealed class AccessCollector(ProxmoxApi api, ClusterView cluster, CollectionScope scope)
{
    private const string Users = "/access/users";

    private const string Groups = "/access/groups";

    private const string Roles = "/access/roles";

    private const string Pools = "/pools";

    public async Task<AccessSeen> CollectAsync(CancellationToken cancellationToken)
    {
        var users = UsersAsync(cancellationToken);
        var groups = GroupsAsync(cancellationToken);
        var roles = RolesAsync(cancellationToken);
        var members = PoolMembersAsync(groups, cancellationToken);
        return new AccessSeen(
            await users.ConfigureAwait(false), await groups.ConfigureAwait(false), await roles.ConfigureAwait(false), await members.ConfigureAwait(false));
    }

    private async Task<Listing<UserState>> UsersAsync(CancellationToken cancellationToken)
    {
        if (!scope.Asks(Users))
        {
            return NotCollected.List<UserState>(Users);
        }

        var users = await api.ListAsync(Users, AccessRows.User, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken).ConfigureAwait(false);
        return cluster.Visibility.Hide(users, Users);
    }

    private async Task<Listing<GroupState>> GroupsAsync(CancellationToken cancellationToken)
    {
        if (!scope.Asks(Groups))
        {
            return NotCollected.List<GroupState>(Groups);
        }

        var groups = await api.ListAsync(Groups, AccessRows.Group, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken).ConfigureAwait(false);
        return cluster.Visibility.Hide(groups, Groups);
    }

    private async Task<Listing<RoleState>> RolesAsync(CancellationToken cancellationToken) => scope.Asks(Roles)
        ? await api.ListAsync(Roles, AccessRows.Role, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken).ConfigureAwait(false)
        : NotCollected.List<RoleState>(Roles);

    /// <summary>Asked pool by pool: only so the storages of a pool are told, too.</summary>
    private async Task<Listing<PoolMember>> PoolMembersAsync(Task<Listing<GroupState>> groups, CancellationToken cancellationToken)
    {
        if (!scope.Asks(Pools))
        {
            return NotCollected.List<PoolMember>(Pools);
        }

        var asked = scope.PoolsToAsk(cluster.Pools.Rows, cluster.Visibility.Acl, await groups.ConfigureAwait(false));
        var pools = await Task.WhenAll(asked.Select(pool => api.AskAsync(
            $"{Pools}?poolid=" + Uri.EscapeDataString(pool), envelope => AccessRows.PoolMembers(envelope, pool), cancellationToken))).ConfigureAwait(false);

        // A storage that is not shared is a member once for each node that has it.
        var hidden = cluster.Pools.Hidden ?? pools.FirstOrDefault(pool => !pool.IsKnown)?.Unreadable;
        return new Listing<PoolMember>(
            [
                .. pools.Where(pool => pool.IsKnown).SelectMany(pool => pool.Value).Distinct()
                    .OrderBy(member => member.Pool, StringComparer.Ordinal).ThenBy(member => member.Path, StringComparer.Ordinal),
            ],
            hidden);
    }
}
