using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What the token may see: its own effective privileges as <c>GET /access/permissions</c> gives them. A path that is not
/// listed inherits from the nearest listed one above it, if that privilege propagates there
/// (pve-access-control <c>RPCEnvironment.pm:compile_acl_path</c>). The API leaves out paths on which the token holds nothing;
/// the collector puts them back, without privileges, from the paths of the access control list.
/// </summary>
/// <param name="Paths">sorted by path, ordinal</param>
public sealed record Sight(ImmutableArray<SightPath> Paths)
{
    /// <summary>Whether the privilege is held on the path, own or inherited.</summary>
    public bool Has(string privilege, string path)
    {
        var isInherited = false;
        for (var at = path; ; at = ParentOf(at), isInherited = true)
        {
            foreach (var listed in Paths)
            {
                if (string.Equals(listed.Path, at, StringComparison.Ordinal))
                {
                    return listed.Privileges.Any(p => p.Name == privilege && (!isInherited || p.Propagates));
                }
            }

            if (at == "/")
            {
                return false;
            }
        }
    }

    /// <summary>
    /// Whether the privilege is held on every object below a path such as <c>/vms</c>: on the path itself, propagating, and
    /// on each listed path below it. An entry further down replaces what is inherited, so one extra role can blind a token.
    /// </summary>
    public bool HasEverywhereBelow(string privilege, string path)
        => Has(privilege, path + "/*") && Paths
            .Where(p => p.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .All(p => p.Privileges.Any(held => held.Name == privilege));

    private static string ParentOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash <= 0 ? "/" : path[..slash];
    }
}
