namespace Compliance.Cel.Evaluation;

/// <summary>What a macro goes over: the elements of a list, the keys of a map.</summary>
internal static class Ranges
{
    public static CelValue[]? Of(CelValue range, Frame frame, out CelValue fault)
    {
        fault = range;
        if (range.Kind == CelKind.Map)
        {
            var entries = range.MapEntries.Entries;
            frame.Charge(entries.Length);
            return Array.ConvertAll(entries, entry => entry.Key);
        }

        return range.Kind == CelKind.List ? range.List.Items : null;
    }
}
