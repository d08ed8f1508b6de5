using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Access;

/// <summary>
/// Who holds which privilege where, as Proxmox computes it for every request: roles along the path (pve-access-control
/// <c>AccessControl.pm:roles</c>), roles lent by pools, and the limits of tokens (<c>RPCEnvironment.pm:compile_acl_path</c>).
/// </summary>
public sealed class AccessRights
{
    private const string NoAccess = "NoAccess";

    private readonly FrozenDictionary<string, AclEntry[]> byPath;
    private readonly FrozenDictionary<string, FrozenSet<string>> roles;
    private readonly FrozenDictionary<string, FrozenSet<string>> groups;
    private readonly ILookup<string, string> poolsOf;
    private readonly FrozenSet<string> fullTokens;

    public AccessRights(AccessConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        byPath = config.Acl.GroupBy(e => e.Path, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        roles = config.Roles.ToFrozenDictionary(r => r.Id, r => r.Privileges.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        groups = config.Groups.ToFrozenDictionary(g => g.Id, g => g.Members.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        poolsOf = config.PoolMembers.ToLookup(m => m.Path, m => m.Pool, StringComparer.Ordinal);
        fullTokens = config.FullTokens.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a user or token may do on a path what needs the privilege. root@pam may do everything.</summary>
    /// <param name="principal"><c>name@realm</c>, or <c>name@realm!token</c></param>
    public bool Has(string principal, string path, string privilege)
    {
        var owner = PrincipalName.UserOf(principal);
        var isToken = owner.Length < principal.Length;
        if (!isToken || fullTokens.Contains(principal))
        {
            return owner == PrincipalName.Root || Grants(owner, path, privilege);
        }

        // A separated token has what both it and its user have; root's has what itself has, because root has everything.
        return Grants(principal, path, privilege) && (owner == PrincipalName.Root || Grants(owner, path, privilege));
    }

    public bool HasAny(string principal, string path, params ReadOnlySpan<string> privileges)
    {
        foreach (var privilege in privileges)
        {
            if (Has(principal, path, privilege))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether membership in a pool can change what somebody may do: rights were given on the pool, or what is inherited from
    /// above was replaced for somebody on a guest or storage, which the pool would give back. The roles need not be known.
    /// </summary>
    public bool MayLend(string pool)
    {
        var path = "/pool/" + pool;
        return PathsDownTo(path).Skip(1).Any(byPath.ContainsKey)
            || byPath.Keys.Where(IsOfMembers).SelectMany(at => byPath[at]).SelectMany(Principals).Any(p => RolesAlong(p, path).Count > 0);
    }

    private static bool IsOfMembers(string path)
        => path is "/vms" or "/storage" || path.StartsWith("/vms/", StringComparison.Ordinal) || path.StartsWith("/storage/", StringComparison.Ordinal);

    private IEnumerable<string> Principals(AclEntry entry) => entry.Kind != "group" ? [entry.Principal]
        : groups.TryGetValue(entry.Principal, out var members) ? members
        : [];

    private bool Grants(string principal, string path, string privilege)
    {
        foreach (var role in RolesOn(principal, path))
        {
            if (roles.TryGetValue(role, out var privileges) && privileges.Contains(privilege))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The roles on a path, with those that pools lend; NoAccess of either takes all others away.</summary>
    private HashSet<string> RolesOn(string principal, string path)
    {
        var own = RolesAlong(principal, path);
        if (own.Contains(NoAccess))
        {
            return [];
        }

        foreach (var pool in poolsOf[path])
        {
            own.UnionWith(RolesAlong(principal, "/pool/" + pool));
        }

        return own.Contains(NoAccess) ? [] : own;
    }

    /// <summary>What applies further down replaces all that was inherited: it does not add.</summary>
    private HashSet<string> RolesAlong(string principal, string path)
    {
        HashSet<string> held = [];
        foreach (var at in PathsDownTo(path))
        {
            if (byPath.TryGetValue(at, out var entries))
            {
                var applying = entries.Where(e => e.Propagates || at == path).ToList();
                held = Applying(applying, "token", e => e.Principal == principal)
                    ?? Applying(applying, "user", e => e.Principal == principal)
                    ?? Applying(applying, "group", e => groups.TryGetValue(e.Principal, out var members) && members.Contains(principal))
                    ?? held;
            }
        }

        return held.Contains(NoAccess) ? [NoAccess] : held;
    }

    private static HashSet<string>? Applying(List<AclEntry> entries, string kind, Func<AclEntry, bool> isMeant)
    {
        HashSet<string> found = [.. entries.Where(e => e.Kind == kind && isMeant(e)).Select(e => e.Role)];
        return found.Count == 0 ? null : found;
    }

    private static ImmutableArray<string> PathsDownTo(string path)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        paths.Add("/");
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            paths.Add(path[..slash]);
        }

        if (path != "/")
        {
            paths.Add(path);
        }

        return paths.ToImmutable();
    }
}
