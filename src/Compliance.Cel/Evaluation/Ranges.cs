namespace Compliance.Cel.Evaluation;

/// <summary>What a macro goes over: the elements of a list, the keys of a map.</summary>
internal static class Ranges
{
    public static CelValue[]? Of(CelValue range, out CelValue fault)
    {
        fault = range;
        return range.Kind switch
        {
            CelKind.List => range.List.Items,
            CelKind.Map => Array.ConvertAll(range.MapEntries.Entries, entry => entry.Key),
            _ => null,
        };
    }
}
