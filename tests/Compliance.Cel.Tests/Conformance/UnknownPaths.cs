using System.Globalization;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>The attributes a vector declares unknown: a part of a value is replaced, and the whole knows that it lacks one.</summary>
internal sealed class UnknownPaths(IReadOnlyList<string[]> paths)
{
    public static UnknownPaths Of(Vector vector) => new(vector.Row.TryGetProperty("unknown_attributes", out var given)
        ? [.. given.EnumerateArray().Select(path => path.EnumerateArray().Select(step => step.GetString()!).ToArray())]
        : []);

    public CelValue Hide(CelValue value, string variable)
        => paths.Where(path => path[0] == variable).Aggregate(value, (current, path) => Hide(current, path, 1));

    private static CelValue Hide(CelValue value, string[] path, int depth)
    {
        var here = string.Join('.', path[..depth]);
        if (depth == path.Length)
        {
            return CelValue.Unknown((object)here);
        }

        var whole = new CelUnknown([here]);
        if (value.Kind == CelKind.List)
        {
            var at = int.Parse(path[depth], CultureInfo.InvariantCulture);
            return CelValue.Of([.. value.AsList().Select((item, i) => i == at ? Hide(item, path, depth + 1) : item)], whole);
        }

        var key = CelValue.Of(path[depth]);
        var entries = value.Kind == CelKind.Map ? value.AsMap().ToList() : [];
        var found = entries.FindIndex(entry => entry.Key.Equals(key));
        var hidden = KeyValuePair.Create(key, Hide(found < 0 ? CelValue.Absent : entries[found].Value, path, depth + 1));
        if (found < 0)
        {
            entries.Add(hidden);
        }
        else
        {
            entries[found] = hidden;
        }

        return CelValue.Map(entries, whole);
    }
}
