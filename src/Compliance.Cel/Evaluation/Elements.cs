using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation;

/// <summary>Reading one element of an aggregate.</summary>
internal static class Elements
{
    public static CelValue OfMap(MapValue map, CelValue key) => map.TryFind(key, out var value) && value.Kind != CelKind.Absent
        ? value
        : CelValue.Error($"the map has no key {ValueText.Brief(key)}");

    public static CelValue OfList(CelValue[] items, long index)
    {
        if (index < 0 || index >= items.Length)
        {
            return CelValue.Error($"index {index} is outside the list of {items.Length}");
        }

        var value = items[index];
        return value.Kind == CelKind.Absent ? CelValue.Error($"element {index} of the list is absent") : value;
    }
}
