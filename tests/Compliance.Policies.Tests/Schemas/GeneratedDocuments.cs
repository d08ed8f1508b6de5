using System.Globalization;
using CsCheck;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>
/// The documents of one kind: valid ones at random, and every fault at every setting. The same seed gives the same documents;
/// <c>PVE_COMPLIANCE_SEED</c> names another one.
/// </summary>
internal static class GeneratedDocuments
{
    public static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("PVE_COMPLIANCE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261123;

    public static List<Doc> Valid(DocumentKind kind)
    {
        var random = new PCG(1, Seed);
        return [.. Enumerable.Range(0, kind.Count).Select(_ => kind.Valid.Generate(random, null, out Size _))];
    }

    /// <summary>Each setting and list item that occurs in the valid documents, once, with each fault there is.</summary>
    public static IEnumerable<Doc> SingleFaults(IReadOnlyList<Doc> valid)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in valid)
        {
            var paths = Mutation.Paths(document);
            for (var slot = 0; slot < paths.Count; slot++)
            {
                // What a case may set in the policy, the schema of the policy says.
                if (!seen.Add(paths[slot]) || paths[slot].StartsWith(".cases[].policy", StringComparison.Ordinal))
                {
                    continue;
                }

                for (var how = 0; how < Mutation.Count(document, slot); how++)
                {
                    yield return Mutation.Apply(document, slot, how);
                }
            }
        }
    }

    /// <summary>
    /// Each setting that is a word, once, with a line end after the word. Not for NJsonSchema: to .NET <c>$</c> stands before a
    /// last line end too.
    /// </summary>
    public static IEnumerable<Doc> WithLineEnds(IReadOnlyList<Doc> valid)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in valid)
        {
            var paths = Mutation.Paths(document);
            for (var slot = 0; slot < paths.Count; slot++)
            {
                if (!paths[slot].StartsWith(".cases[].policy", StringComparison.Ordinal) && !seen.Contains(paths[slot]) && Mutation.WithLineEnd(document, slot) is { } changed)
                {
                    seen.Add(paths[slot]);
                    yield return changed;
                }
            }
        }
    }

    /// <summary>As YAML, in block and flow style by turns that depend on the document's number alone.</summary>
    public static string Yaml(Doc document, int number)
    {
        var random = new PCG(2, Seed + (ulong)number);
        return Doc.Write(document, () => random.Next(2) == 0);
    }
}
