using System.Text.RegularExpressions;

namespace Compliance.Cli.Tests.Architecture;

/// <summary>The table of <c>src/README.md</c>: which project may use which projects and packages.</summary>
internal static partial class DependencyTable
{
    public static IReadOnlyDictionary<string, Row> Read()
        => Repository.Read("src/README.md").Split('\n')
            .Where(line => line.StartsWith("| `Compliance.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => Names(cells[1]).Single(), cells => new Row(Names(cells[3]), Names(cells[4])));

    private static HashSet<string> Names(string cell)
        => [.. Code().Matches(cell).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    /// <param name="Projects">what it may reference directly</param>
    /// <param name="Packages">what it may use from others</param>
    public sealed record Row(HashSet<string> Projects, HashSet<string> Packages);
}
