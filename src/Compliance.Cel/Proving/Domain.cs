using Compliance.Cel.Evaluation;
using Compliance.Cel.Values;

namespace Compliance.Cel.Proving;

/// <summary>
/// The values a term can still have: those between two bounds, or a few by name, without some that are excluded. Immutable.
/// Only ever too large, never too small: what is empty here is impossible.
/// </summary>
internal sealed record Domain
{
    private Domain()
    {
    }

    private CelValue Low { get; init; }

    private CelValue High { get; init; }

    private bool IsLowExcluded { get; init; }

    private bool IsHighExcluded { get; init; }

    private IReadOnlyList<CelValue>? Allowed { get; init; }

    private IReadOnlyList<CelValue> Excluded { get; init; } = [];

    private bool MayBeNaN { get; init; }

    /// <summary>All values of a type; null for types whose values are not compared with constants here.</summary>
    public static Domain? Of(CelType type) => (type, type.Kind) switch
    {
        (CelEnumType known, _) => new Domain { Allowed = [.. known.Values.Select(CelValue.Of)] },
        (_, CelKind.Bool) => new Domain { Allowed = [CelValue.False, CelValue.True] },
        (_, CelKind.Int) => Between(CelValue.Of(long.MinValue), CelValue.Of(long.MaxValue)),
        (_, CelKind.Duration) => Between(CelValue.FromNanoseconds(long.MinValue), CelValue.FromNanoseconds(long.MaxValue)),
        (_, CelKind.Timestamp) => Between(CelValue.FromUnix(Timestamps.First, 0), CelValue.FromUnix(Timestamps.Last, 999_999_999)),
        (_, CelKind.Double) => Between(CelValue.Of(double.NegativeInfinity), CelValue.Of(double.PositiveInfinity)) with { MayBeNaN = true },
        (_, CelKind.String) => new Domain { Low = CelValue.Of("") },
        _ => null,
    };

    /// <summary>The numbers from one to another, both included.</summary>
    public static Domain Between(CelValue low, CelValue high) => new() { Low = low, High = high };

    /// <summary>Those among them that lie so to a constant of their kind; null when none does.</summary>
    public Domain? Where(Relations relations, CelValue constant)
    {
        if (constant.Kind == CelKind.Double && double.IsNaN(constant.AsDouble()))
        {
            return (relations & Relations.Unordered) != 0 ? this : null;
        }

        var left = this with { MayBeNaN = MayBeNaN && (relations & Relations.Unordered) != 0 };
        left = (relations & Relations.Ordered) switch
        {
            Relations.Equal => left.From(constant, false).To(constant, false),
            Relations.Less => left.To(constant, true),
            Relations.Less | Relations.Equal => left.To(constant, false),
            Relations.Greater => left.From(constant, true),
            Relations.Greater | Relations.Equal => left.From(constant, false),
            Relations.Less | Relations.Greater => left with { Excluded = [.. Excluded, constant] },
            _ => left,
        };
        return left.IsEmpty ? null : left;
    }

    /// <summary>Those that are in a list of constants, or are not; null when none is left.</summary>
    public Domain? Where(bool isIn, IReadOnlyList<CelValue> constants)
    {
        var left = isIn
            ? this with { MayBeNaN = false, Allowed = [.. constants.Where(Includes)] }
            : this with { Excluded = [.. Excluded, .. constants] };
        return left.IsEmpty ? null : left;
    }

    private bool IsEmpty => !MayBeNaN && (Allowed is null ? IsGapless && Discrete.IsEmpty(Low, IsLowExcluded, High, IsHighExcluded, Excluded) : !Allowed.Any(Includes));

    /// <summary>Both ends are known: of texts there is always a later one.</summary>
    private bool IsGapless => Low.IsValue && High.IsValue;

    private bool Includes(CelValue value) => (Allowed is null || Allowed.Contains(value)) && !Excluded.Contains(value) && IsAbove(value) && IsBelow(value);

    private bool IsAbove(CelValue value) => !Low.IsValue || (Ordering.Order(value, Low) is var order && (order > 0 || (order == 0 && !IsLowExcluded)));

    private bool IsBelow(CelValue value) => !High.IsValue || (Ordering.Order(value, High) is var order && (order < 0 || (order == 0 && !IsHighExcluded)));

    private Domain From(CelValue low, bool isExcluded)
    {
        var order = Low.IsValue ? Ordering.Order(low, Low) : 1;
        return order < 0 ? this : this with { Low = low, IsLowExcluded = isExcluded || (order == 0 && IsLowExcluded) };
    }

    private Domain To(CelValue high, bool isExcluded)
    {
        var order = High.IsValue ? Ordering.Order(high, High) : -1;
        return order > 0 ? this : this with { High = high, IsHighExcluded = isExcluded || (order == 0 && IsHighExcluded) };
    }
}
