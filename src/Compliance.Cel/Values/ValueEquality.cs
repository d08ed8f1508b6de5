namespace Compliance.Cel.Values;

/// <summary>Equality of the language (NaN differs from itself) and of the host (total).</summary>
internal static class ValueEquality
{
    /// <summary>The <c>==</c> of the language on two whole values. Static typing has made the types agree.</summary>
    public static bool CelEquals(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.String, CelKind.String) => string.Equals(left.AsString(), right.AsString()),
        (CelKind.Double, CelKind.Double) => left.AsDouble() == right.AsDouble(),
        _ => Compare(left, right, CelEquals),
    };

    public static bool HostEquals(CelValue left, CelValue right) => left.Kind == CelKind.Double && right.Kind == CelKind.Double
        ? left.AsDouble().Equals(right.AsDouble())
        : Compare(left, right, HostEquals);

    public static int HostHash(CelValue value) => value.Kind switch
    {
        CelKind.Absent or CelKind.Null => (int)value.Kind,
        CelKind.Bool or CelKind.Int or CelKind.Duration => HashCode.Combine(value.Kind, value.Bits),
        CelKind.Double => HashCode.Combine(value.Kind, value.AsDouble()),
        CelKind.Timestamp => HashCode.Combine(value.Kind, value.Bits, value.Nanosecond),
        CelKind.String => string.GetHashCode(value.AsString(), StringComparison.Ordinal),
        CelKind.Error => string.GetHashCode(value.ErrorMessage, StringComparison.Ordinal),
        CelKind.Unknown => value.AsUnknown().GetHashCode(),
        CelKind.Record => value.AsRecord().GetHashCode(),
        CelKind.List => value.List.Items.Aggregate(17, (hash, item) => HashCode.Combine(hash, HostHash(item))),
        _ => value.MapEntries.Entries.Length,
    };

    private static bool Compare(CelValue left, CelValue right, Func<CelValue, CelValue, bool> parts)
    {
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            CelKind.Absent or CelKind.Null => true,
            CelKind.Bool or CelKind.Int or CelKind.Duration => left.Bits == right.Bits,
            CelKind.Timestamp => left.Bits == right.Bits && left.Nanosecond == right.Nanosecond,
            CelKind.String => string.Equals(left.AsString(), right.AsString(), StringComparison.Ordinal),
            CelKind.Error => string.Equals(left.ErrorMessage, right.ErrorMessage, StringComparison.Ordinal),
            CelKind.Unknown => left.AsUnknown().Equals(right.AsUnknown()),
            CelKind.Record => left.RecordType == right.RecordType && left.AsRecord().Equals(right.AsRecord()),
            CelKind.List => SameItems(left.List.Items, right.List.Items, parts),
            _ => SameEntries(left.MapEntries, right.MapEntries, parts),
        };
    }

    private static bool SameItems(CelValue[] left, CelValue[] right, Func<CelValue, CelValue, bool> parts)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!parts(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameEntries(MapValue left, MapValue right, Func<CelValue, CelValue, bool> parts)
        => left.Entries.Length == right.Entries.Length
           && Array.TrueForAll(left.Entries, entry => right.TryFind(entry.Key, out var other) && parts(entry.Value, other));
}
