using Compliance.Cel.Evaluation;
using Compliance.Cel.Values;

namespace Compliance.Cel.Proving;

/// <summary>Whether there is anything between two bounds. Ints, durations and timestamps have neighbours; texts and doubles are taken as dense.</summary>
internal static class Discrete
{
    public static bool IsEmpty(CelValue low, bool isLowExcluded, CelValue high, bool isHighExcluded, IReadOnlyList<CelValue> excluded)
    {
        if (Number(low) is not { } first || Number(high) is not { } last)
        {
            var order = Ordering.Order(low, high);
            return order > 0 || (order == 0 && (isLowExcluded || isHighExcluded || excluded.Contains(low)));
        }

        first += isLowExcluded ? 1 : 0;
        last -= isHighExcluded ? 1 : 0;
        foreach (var number in excluded.Select(Number).Order())
        {
            first += number == first ? 1 : 0;
        }

        return first > last;
    }

    private static Int128? Number(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt(),
        CelKind.Duration => value.AsNanoseconds(),
        CelKind.Timestamp => ((Int128)value.UnixSeconds * Durations.Second) + value.Nanosecond,
        _ => null,
    };
}
