using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Jobs;

/// <summary>
/// The guests a job saves, per node: PVE/VZDump.pm, get_included_guests. Pool beats list beats all; stopped guests and
/// templates count like any guest; tags play no role.
/// </summary>
public sealed record JobSelection
{
    /// <summary>Sorted ids per node that saves them; nodes without any are absent.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<int>> ByNode { get; init; }

    /// <summary>Listed ids that no node has. Every node that runs the job tries them, and the job ends in an error.</summary>
    public required ImmutableArray<int> Missing { get; init; }

    /// <summary>Why every run of the job dies at its start; null normally.</summary>
    public required string? Fault { get; init; }

    public bool Contains(int vmid) => ByNode.Values.Any(ids => ids.Contains(vmid));

    /// <param name="scope">what the job says</param>
    /// <param name="guests">all guests of the cluster</param>
    /// <param name="pools">members of every pool</param>
    public static JobSelection Of(JobScope scope, IReadOnlyCollection<GuestPlace> guests, IReadOnlyDictionary<string, ImmutableArray<int>> pools)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(guests);
        ArgumentNullException.ThrowIfNull(pools);
        if (!string.IsNullOrEmpty(scope.Pool) && !pools.ContainsKey(scope.Pool))
        {
            return Faulty($"pool '{scope.Pool}' does not exist");
        }

        if (Strange(scope) is { } strange)
        {
            return Faulty($"strange VM ID '{strange}'");
        }

        var nodes = new Dictionary<int, string>(guests.Count);
        foreach (var guest in guests)
        {
            nodes[guest.Vmid] = guest.Node;
        }

        var selected = Selected(scope, nodes, pools).Distinct().Order().ToList();
        return new JobSelection
        {
            ByNode = selected
                .Where(id => nodes.TryGetValue(id, out var node) && (string.IsNullOrEmpty(scope.Node) || scope.Node == node))
                .GroupBy(id => nodes[id], StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal),
            Missing = [.. selected.Where(id => !nodes.ContainsKey(id))],
            Fault = null,
        };
    }

    private static IEnumerable<int> Selected(
        JobScope scope, Dictionary<int, string> nodes, IReadOnlyDictionary<string, ImmutableArray<int>> pools)
    {
        if (!string.IsNullOrEmpty(scope.Pool))
        {
            return pools[scope.Pool];
        }

        if (!string.IsNullOrEmpty(scope.Vmid))
        {
            return Ids(scope.Vmid);
        }

        return scope.All ? nodes.Keys.Except(Ids(scope.Exclude)) : [];
    }

    // 0 is passed over, as check_vmids does. Ids beyond an int are no guests; Proxmox ends at 999999999.
    private static IEnumerable<int> Ids(string? list)
        => ListText.Split(list).Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var vmid) ? vmid : 0).Where(id => id > 0);

    private static string? Strange(JobScope scope)
        => ListText.Split(string.IsNullOrEmpty(scope.Pool) ? scope.Vmid : null)
            .Concat(ListText.Split(scope.All && string.IsNullOrEmpty(scope.Vmid) && string.IsNullOrEmpty(scope.Pool) ? scope.Exclude : null))
            .FirstOrDefault(id => !id.All(char.IsAsciiDigit));

    private static JobSelection Faulty(string fault)
        => new() { ByNode = ImmutableSortedDictionary<string, ImmutableArray<int>>.Empty, Missing = [], Fault = fault };
}
