using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>
/// Reads what <c>zpool status</c> prints: for each pool its name, remarks, and below <c>config:</c> the tree of its devices, drawn by
/// two blanks a level after a tab. Logs, caches and spares stand as classes of their own at the level of the pool.
/// </summary>
internal static class ZpoolStatusText
{
    private static readonly ImmutableArray<string> Classes = ["logs", "cache", "spares", "special", "dedup"];

    /// <summary>The pools with their leaf devices, as <c>/nodes/N/disks/zfs/POOL</c> has them; null when anything is not understood.</summary>
    public static ImmutableArray<ZfsPool>? Pools(IReadOnlyList<string> lines)
    {
        if (lines is [var only] && only.Trim() == "no pools available")
        {
            return [];
        }

        var pools = new List<ZfsPool>();
        for (var i = 0; i < lines.Count;)
        {
            if (NameOf(lines[i]) is not { } name)
            {
                return null;
            }

            var config = i + 1;
            while (config < lines.Count && lines[config].Trim() != "config:" && NameOf(lines[config]) is null)
            {
                config++;
            }

            var end = config + 1;
            while (end < lines.Count && lines[end].StartsWith('\t'))
            {
                end++;
            }

            if (config >= lines.Count || Leaves(name, [.. lines.Skip(config + 1).Take(end - config - 1)]) is not { } leaves)
            {
                return null;
            }

            pools.Add(new ZfsPool(name, Observation.Known(leaves)));
            for (i = end; i < lines.Count && NameOf(lines[i]) is null; i++)
            {
                // What follows the tree is the list of errors.
            }
        }

        return pools.Count > 0 ? [.. pools.OrderBy(pool => pool.Name, StringComparer.Ordinal)] : null;
    }

    private static string? NameOf(string line)
    {
        const string Label = "  pool: ";
        return line.StartsWith(Label, StringComparison.Ordinal) ? line[Label.Length..].Trim() : null;
    }

    private static ImmutableArray<string>? Leaves(string pool, ImmutableArray<string> tree)
    {
        if (tree is not [var header, var top, ..] || Words(header) is not ["NAME", "STATE", ..] || Level(top) != 0 || Words(top)[0] != pool)
        {
            return null;
        }

        var leaves = new List<string>();
        for (var i = 1; i < tree.Length; i++)
        {
            var (level, words) = (Level(tree[i]), Words(tree[i]));
            var isClass = level == 0 && words is [var alone] && Classes.Contains(alone);
            if (words.Length < 2 && !isClass || i > 1 && level == 0 && !isClass)
            {
                return null;
            }

            var isLeaf = i + 1 == tree.Length || Level(tree[i + 1]) <= level;
            if (isLeaf && level == 0)
            {
                return null;
            }

            if (isLeaf)
            {
                leaves.Add(words[0]);
            }
        }

        return [.. leaves.Order(StringComparer.Ordinal)];
    }

    private static int Level(string line) => line.Length - line.TrimStart().Length - 1;

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
