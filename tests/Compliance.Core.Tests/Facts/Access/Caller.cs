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
        foreach (var part in text.Split(" but "))
        {
            if (Lacks().Match(part) is { Success: true } lacking)
            {
                lacks.Add((lacking.Groups["privilege"].Value, lacking.Groups["path"].Value));
            }
            else if (Some().Match(part) is { Success: true } some)
            {
                entries.Add(Entry("/vms/100", some.Groups[1].Value));
            }
            else
            {
                var holds = Holds().Match(part);
                holds.Success.Should().BeTrue($"'{part}' is understood");
                entries.Add(Entry(holds.Groups[2].Value, holds.Groups[1].Value));
            }
        }

        // Who only lacks something has all else.
        var caller = new Caller(entries.Count > 0 ? [.. entries] : [Entry("/", "Administrator")], Me);
        caller.lacks.UnionWith(lacks);
        return caller;
    }

    /// <summary>On a path; for the top of a tree on whatever stands below it.</summary>
    public bool Has(string privilege, string path)
        => !lacks.Contains((privilege, path)) && !lacks.Contains((privilege, path.Replace("{}", "{n}", StringComparison.Ordinal)))
            && rights.Has(principal, path is "/vms" or "/storage" or "/pool" or "/nodes" ? path + "/*" : path, privilege);

    private static AclEntry Entry(string path, string role) => new(path, "user", Me, role, Propagates: true);

    [GeneratedRegex(@"^(?:no (?<privilege>\S+)|(?<privilege>\S+) missing) on (?<path>/\S*)$")]
    private static partial Regex Lacks();

    [GeneratedRegex(@"^(\S+) on some \w+(?: only)?$")]
    private static partial Regex Some();

    [GeneratedRegex(@"^(\S+) on (/\S*)$")]
    private static partial Regex Holds();
}
