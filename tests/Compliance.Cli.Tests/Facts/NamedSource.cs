using System.Text.RegularExpressions;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Whether the table of facts names the endpoint and the privilege of a gap that made a fact unknown.</summary>
internal static partial class NamedSource
{
    public static bool IsNamed(UnknownFact unknown)
    {
        var endpoint = Generic(unknown.Cause.Endpoint);
        var asked = unknown.Fact.Sources.SelectMany(Expand).Where(source => Covers(Generic(source.Endpoint), endpoint)).ToList();
        return asked.Count > 0 && (unknown.Cause.Needs is not { } needs || needs.Split(" and ").All(need => asked.Any(source => IsNeeded(source, need))));
    }

    /// <summary>Whether Proxmox's own message, such as <c>Permission check failed (/nodes/pve1, Sys.Audit)</c>, asks for what the source names.</summary>
    public static bool IsRefusedFor(FactSource source, string message)
    {
        var said = Said().Match(message);
        return said.Groups[2].Value.Split('|').Any(privilege => IsNeeded(source, $"{privilege} on {said.Groups[1].Value}"));
    }

    /// <summary>One source for each endpoint that <c>{a,b}</c> stands for.</summary>
    public static IEnumerable<FactSource> Expand(FactSource source) => source.Calls.Select(call => source with { Endpoint = call });

    /// <summary>The path with <c>N</c> for a node and <c>ID</c> for what a list names.</summary>
    public static string Generic(string path)
    {
        var withoutQuery = path.Split('?')[0];
        return Ids().Replace(Node().Replace(withoutQuery, "/nodes/N"), "$1/ID");
    }

    // A row of a list is read from the list; and nothing below /nodes/N can be asked before it is told which nodes there are.
    private static bool Covers(string named, string endpoint)
        => endpoint == named
            || endpoint == named + "/ID"
            || endpoint == named + "/N"
            || (endpoint is "/cluster/resources" or "/nodes/N" && named.StartsWith("/nodes/N/", StringComparison.Ordinal));

    private static bool IsNeeded(FactSource source, string needs)
    {
        if (source.IsFiltered && (needs == "Sys.Audit on /access" || needs.EndsWith(" on each pool", StringComparison.Ordinal)))
        {
            return true;
        }

        var at = needs.IndexOf(" on ", StringComparison.Ordinal) + " on ".Length;
        var generic = needs[..at] + Paths().Replace(needs[at..], match => match.Groups[1].Value == "/nodes" ? "/nodes/N" : match.Groups[1].Value + "/ID");
        return source.Privilege is { } privilege && (generic == privilege || generic == privilege + "/ID");
    }

    [GeneratedRegex("^/nodes/[^/]+")]
    private static partial Regex Node();

    [GeneratedRegex("(/storage|/qemu|/lxc|/disks/zfs|/cluster/backup|/nodes/N/tasks)/[^/]+")]
    private static partial Regex Ids();

    [GeneratedRegex("^(/nodes|/storage|/vms|/pool)/[^/]+$")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\((/[^,]*), ([^)]+)\)")]
    private static partial Regex Said();
}
