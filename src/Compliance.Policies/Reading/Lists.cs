using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>Readers of lists.</summary>
internal static class Lists
{
    /// <summary>A list with at least one item, none of them twice; without the faulty ones.</summary>
    public static ValueReader<ImmutableArray<T>> Of<T>(ValueReader<T?> read)
        where T : struct
        => (node, field) => Read(node, field, read, mayBeEmpty: false);

    /// <summary>The same, where an empty list says "nobody".</summary>
    public static ValueReader<ImmutableArray<T>> OrNobody<T>(ValueReader<T?> read)
        where T : struct
        => (node, field) => Read(node, field, read, mayBeEmpty: true);

    /// <summary>A list of mappings.</summary>
    public static ValueReader<ImmutableArray<T>> OfRecords<T>(ValueReader<T?> read)
        where T : class
        => (node, field) =>
        {
            var records = ImmutableArray.CreateBuilder<T>();
            foreach (var item in Items(node, field, mayBeEmpty: false))
            {
                if (read(item, field) is { } record)
                {
                    records.Add(record);
                }
            }

            return records.ToImmutable();
        };

    private static ImmutableArray<T> Read<T>(YamlNode node, Field field, ValueReader<T?> read, bool mayBeEmpty)
        where T : struct
    {
        var values = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(node, field, mayBeEmpty))
        {
            if (item is YamlScalar { Kind: ScalarKind.Null })
            {
                field.Report(ProblemCodes.Empty, item.Place, $"an item of \"{field.Name}\" has no value", "Write one, or remove the item.");
            }
            else if (read(item, field) is { } value && IsNew(item, field, seen))
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static bool IsNew(YamlNode item, Field field, HashSet<string> seen)
    {
        if (item is not YamlScalar scalar || seen.Add(scalar.Value))
        {
            return true;
        }

        field.Report(
            ProblemCodes.RepeatedItem,
            scalar.Place,
            $"{Words.Quoted(scalar.Value)} is already in \"{field.Name}\"",
            "Remove one of the two.");
        return false;
    }

    private static ImmutableArray<YamlNode> Items(YamlNode node, Field field, bool mayBeEmpty)
    {
        if (node is not YamlSequence sequence)
        {
            var hint = node is YamlScalar { Kind: not ScalarKind.Null } scalar ? $"a list, such as [{Words.Short(scalar.Value)}]" : "a list";
            Values.ReportType(node, field, hint);
            return [];
        }

        if (sequence.Items.Length == 0 && !mayBeEmpty)
        {
            field.Report(ProblemCodes.Empty, sequence.Place, $"the list \"{field.Name}\" is empty", "Write its items, or remove the key.");
        }

        return sequence.Items;
    }
}
