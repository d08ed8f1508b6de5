namespace Compliance.Cel.Values;

/// <summary>
/// What looking at all of a value costs, in steps: its elements, and one for every 16 units of text. Aggregates remember it:
/// one that holds another twice, again and again, is small in memory and immense to look at.
/// </summary>
internal static class ValueSize
{
    /// <summary>More than any budget; keeps sums from overflowing.</summary>
    public const long Most = 1L << 50;

    public static long Of(in CelValue value) => value.Kind switch
    {
        CelKind.String => OfText(value.AsString()),
        CelKind.List => value.List.Size,
        CelKind.Map => value.MapEntries.Size,
        _ => 0,
    };

    public static long OfText(string text) => text.Length / 16;

    public static long OfItems(CelValue[] items)
    {
        var size = 0L;
        foreach (var item in items)
        {
            size = Math.Min(Most, size + 1 + Of(item));
        }

        return size;
    }
}
