using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Changes a document in memory. What is new keeps the place it is written at, so that problems point there.</summary>
internal static class YamlPatch
{
    /// <summary>The document with another value at a path; null when the path leads nowhere.</summary>
    /// <param name="value">the new value; a null scalar takes the setting or the rows away</param>
    /// <param name="place">where the change is written</param>
    public static YamlNode? Set(YamlNode document, DocumentPath path, YamlNode value, Place place) => Change(document, path.Steps, value, place);

    private static YamlNode? Change(YamlNode node, ImmutableArray<PathStep> steps, YamlNode value, Place place) => (node, steps[0].IsRows) switch
    {
        (YamlMapping mapping, false) => InMapping(mapping, steps, value, place),
        (YamlSequence sequence, true) => InSequence(sequence, steps, value, place),
        _ => null,
    };

    private static YamlMapping? InMapping(YamlMapping mapping, ImmutableArray<PathStep> steps, YamlNode value, Place place)
    {
        var entry = mapping.Find(steps[0].Name!);
        if (steps.Length > 1)
        {
            return entry is not null && Change(entry.Value, steps.RemoveAt(0), value, place) is { } changed
                ? new YamlMapping(mapping.Entries.Replace(entry, entry with { Value = changed }), mapping.Place)
                : null;
        }

        var isRemoved = value is YamlScalar { Kind: ScalarKind.Null };
        return (entry, isRemoved) switch
        {
            (null, true) => null,
            (null, false) => new YamlMapping(mapping.Entries.Add(new YamlEntry(YamlScalar.Made(steps[0].Name!, place), value)), mapping.Place),
            (_, true) => new YamlMapping(mapping.Entries.Remove(entry), mapping.Place),
            _ => new YamlMapping(mapping.Entries.Replace(entry, entry with { Value = value }), mapping.Place),
        };
    }

    private static YamlSequence? InSequence(YamlSequence sequence, ImmutableArray<PathStep> steps, YamlNode value, Place place)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var hits = 0;
        foreach (var item in sequence.Items)
        {
            if (!IsChosen(item, steps[0]))
            {
                items.Add(item);
                continue;
            }

            hits++;
            if (steps.Length > 1)
            {
                if (Change(item, steps.RemoveAt(0), value, place) is not { } changed)
                {
                    return null;
                }

                items.Add(changed);
            }
            else if (value is not YamlScalar { Kind: ScalarKind.Null })
            {
                items.Add(value);
            }
        }

        return hits == 0 ? null : new YamlSequence(items.ToImmutable(), sequence.Place);
    }

    private static bool IsChosen(YamlNode item, PathStep rows)
        => rows.Name is null || (item is YamlMapping mapping && mapping.Find(rows.Name)?.Value is YamlScalar scalar && scalar.Value == rows.Value);
}
