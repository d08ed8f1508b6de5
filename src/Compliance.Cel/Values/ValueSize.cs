namespace Compliance.Cel.Values;

/// <summary>What looking at all of a value costs, in steps: its elements, and one for every 16 units of text.</summary>
internal static class ValueSize
{
    public static long Of(CelValue value) => value.Kind switch
    {
        CelKind.String => value.AsString().Length / 16,
        CelKind.List => value.List.Items.Sum(item => 1 + Of(item)),
        CelKind.Map => value.MapEntries.Entries.Sum(entry => 2 + Of(entry.Value)),
        _ => 0,
    };
}
