using Compliance.Cel.Types;

namespace Compliance.Cel;

/// <summary>
/// A static type. The hierarchy is closed: the scalars below, <see cref="CelListType"/>, <see cref="CelMapType"/>,
/// <see cref="CelEnumType"/> and <see cref="CelRecordType"/>. There is no dynamic type.
/// </summary>
public abstract class CelType
{
    private protected CelType()
    {
    }

    public static CelType Null { get; } = new ScalarType("null", CelKind.Null);

    public static CelType Bool { get; } = new ScalarType("bool", CelKind.Bool);

    /// <summary>A signed 64-bit integer; overflow is an error.</summary>
    public static CelType Int { get; } = new ScalarType("int", CelKind.Int);

    public static CelType Double { get; } = new ScalarType("double", CelKind.Double);

    public static CelType String { get; } = new ScalarType("string", CelKind.String);

    /// <summary>Nanoseconds in 64 bits.</summary>
    public static CelType Duration { get; } = new ScalarType("duration", CelKind.Duration);

    /// <summary>A moment between the years 1 and 9999, to the nanosecond, without a zone.</summary>
    public static CelType Timestamp { get; } = new ScalarType("timestamp", CelKind.Timestamp);

    /// <summary>The kind that every value of this type has.</summary>
    internal abstract CelKind Kind { get; }

    public static CelListType List(CelType element) => new(element);

    /// <param name="key">bool, int, string or an enum</param>
    /// <param name="value">any type</param>
    /// <exception cref="ArgumentException">the key type cannot be a key</exception>
    public static CelMapType Map(CelType key, CelType value)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.CanBeKey
            ? new(key, value)
            : throw new ArgumentException($"{key} cannot be the key of a map: bool, int and string can.", nameof(key));
    }

    /// <summary>double and null make no keys: NaN would never be found again, and null is no name.</summary>
    internal bool CanBeKey => Kind is CelKind.Bool or CelKind.Int or CelKind.String;
}
