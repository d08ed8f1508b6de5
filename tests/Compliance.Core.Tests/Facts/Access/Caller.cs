using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Access;

/// <summary>The words in which vectors say who calls, as somebody with rights.</summary>
internal sealed partial class Caller
{
    private const string Me = "audit@pve";

    private readonly AccessRights rights;
    private readonly string principal;
    private readonly HashSet<(string Privilege, string Path)> lacks = [];

    private Caller(ImmutableArray<AclEntry> acl, string principal)
    {
        this.principal = principal;
        var roles = acl.Select(e => e.Role).Distinct().Select(r => new RoleState(r, BuiltInRoles.PrivilegesOf(r) ?? [r]));
        rights = new AccessRights(new AccessConfig { Acl = acl, Roles = [.. roles] });
    }

    /// <summary>Calls that show nothing of worth to whom nothing was granted.</summary>
    public static string[] GuardedCalls { get; } =
    [
        "/access/acl", "/access/users", "/cluster/backup", "/cluster/notifications/matchers", "/cluster/resources", "/cluster/tasks",
        "/nodes/{n}/qemu", "/nodes/{n}/storage", "/nodes/{n}/storage/{s}/content", "/nodes/{n}/tasks", "/pools", "/storage", "/storage/{s}",
    ];

    public static Caller Parse(string text)
    {
        if (text.Contains("privilege-separated", StringComparison.Ordinal))
        {
            return new Caller([Entry("/", "Administrator")], Me + "!separated");
        }

        var entries = new List<AclEntry>();
        var lacks = new List<(string, string)>();
        foreach (Match right in Rights().Matches(text))
        {
            // A right on some guests is one on no more than those; where that is does not matter.
            var where = right.Groups["where"].Value;
            foreach (var what in right.Groups["what"].Value.Split(['+', '|', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "and"))
            {
                if (right.Groups["not"].Success)
                {
                    lacks.Add((what, Generic(where)));
                }
                else
                {
                    entries.Add(Entry(where.StartsWith('/') ? Generic(where) : "/vms/100", what));
                }
            }
        }

        (entries.Count + lacks.Count).Should().BePositive($"'{text}' is understood");

        // Who only lacks something has all else.
        var caller = new Caller(entries.Count > 0 ? [.. entries] : [Entry("/", "Administrator")], Me);
        caller.lacks.UnionWith(lacks);
        return caller;
    }

    /// <summary>On a path; for the top of a tree on whatever stands below it.</summary>
    public bool Has(string privilege, string path)
        => !lacks.Contains((privilege, Generic(path)))
            && rights.Has(principal, path is "/vms" or "/storage" or "/pool" or "/nodes" ? path + "/*" : Generic(path), privilege);

    private static AclEntry Entry(string path, string role) => new(path, "user", Me, role, Propagates: true);

    /// <summary>As the table of calls writes it: <c>/nodes/{}</c> for <c>/nodes/{n}</c>.</summary>
    private static string Generic(string path) => Placeholder().Replace(path, "{}");

    // "no A on /p", "A missing on /p", "A + B on /p", "A on some guests only"
    [GeneratedRegex(@"(?<not>\b(?:no|without) )?(?<what>[A-Z][A-Za-z.]+(?:(?: ?[+|] ?| and |, )[A-Z][A-Za-z.]+)*)(?<not> missing)? (?:only )?on (?<where>/[^\s,;)]*|some \w+)")]
    private static partial Regex Rights();

    [GeneratedRegex(@"\{\w*\}")]
    private static partial Regex Placeholder();
}
