using System.Diagnostics.CodeAnalysis;
using Compliance.Cel.Values;

namespace Compliance.Cel;

/// <summary>
/// A value of the language, an error or an unknown. No boxing: bool, int, double, duration and timestamp lie in the struct.
/// </summary>
/// <remarks>
/// A duration is a count of nanoseconds in 64 bits (about ±292 years). A timestamp is a count of seconds since
/// 1970-01-01T00:00:00Z and nanoseconds 0..999999999 apart, so that years 1 to 9999 keep full precision. A string is
/// UTF-16 in memory; every operation of the language counts code points.
/// <see cref="Equals(CelValue)"/> is total and meant for hosts (NaN equals NaN, unknowns compare their causes); the
/// <c>==</c> of the language is another one.
/// </remarks>
public readonly struct CelValue : IEquatable<CelValue>
{
    private readonly long bits;
    private readonly object? reference;
    private readonly CelRecordType? record;
    private readonly int nanoseconds;

    private CelValue(CelKind kind, long bits = 0, object? reference = null, int nanoseconds = 0, CelRecordType? record = null)
    {
        Kind = kind;
        this.bits = bits;
        this.reference = reference;
        this.nanoseconds = nanoseconds;
        this.record = record;
    }

    public CelKind Kind { get; }

    /// <summary>True when there is a value: not absent, not unknown, not an error.</summary>
    public bool IsValue => Kind > CelKind.Error;

    public static CelValue Null => new(CelKind.Null);

    /// <summary>The same as <c>default</c>: there is nothing here.</summary>
    public static CelValue Absent => default;

    public static CelValue True => new(CelKind.Bool, 1);

    public static CelValue False => new(CelKind.Bool);

    public static CelValue Of(bool value) => new(CelKind.Bool, value ? 1 : 0);

    public static CelValue Of(long value) => new(CelKind.Int, value);

    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static CelValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(CelKind.String, 0, value);
    }

    /// <summary>A duration; an error value when it is longer than 64 bits of nanoseconds (about 292 years).</summary>
    public static CelValue Of(TimeSpan value) => Durations.FromTicks(value.Ticks);

    public static CelValue Of(DateTimeOffset value) => Timestamps.FromTicks(value.UtcTicks);

    public static CelValue OfNanoseconds(long nanoseconds) => FromNanoseconds(nanoseconds);

    /// <param name="seconds">since 1970-01-01T00:00:00Z, rounded down</param>
    /// <param name="nanosecond">after that second, 0..999999999</param>
    /// <returns>a timestamp; an error value outside the years 1 to 9999</returns>
    public static CelValue OfUnix(long seconds, int nanosecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanosecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nanosecond, 999_999_999);
        return Timestamps.InRange(seconds, nanosecond);
    }

    /// <summary>A list. Elements may be unknown or errors: reading such an element gives it, using the list whole gives it too.</summary>
    public static CelValue Of(IReadOnlyList<CelValue> items) => Of(items, null);

    /// <param name="items">the elements</param>
    /// <param name="usedWhole">what to answer when the list is used whole; null: the first fault among the elements, unknowns first</param>
    public static CelValue Of(IReadOnlyList<CelValue> items, CelUnknown? usedWhole)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(CelKind.List, 0, new ListValue([.. items], usedWhole));
    }

    /// <summary>A list over host objects; <paramref name="convert"/> runs when the list is first read.</summary>
    public static CelValue ListOf<T>(IReadOnlyList<T> hosts, Func<T, CelValue> convert)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(convert);
        return new(CelKind.List, 0, new ListValue(() => [.. hosts.Select(convert)]));
    }

    /// <summary>A map with keys of kind bool, int or string, in the order given.</summary>
    /// <exception cref="ArgumentException">a key occurs twice or is of another kind</exception>
    public static CelValue Map(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries) => Map(entries, null);

    /// <param name="entries">the entries, in the order in which macros see them</param>
    /// <param name="usedWhole">what to answer when the map is used whole; null: the first fault among the values, unknowns first</param>
    public static CelValue Map(IReadOnlyList<KeyValuePair<CelValue, CelValue>> entries, CelUnknown? usedWhole)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var map = MapValue.TryCreate([.. entries], usedWhole, out var repeated);
        return map is null
            ? throw new ArgumentException($"The key {repeated} occurs twice or cannot be a key.", nameof(entries))
            : FromMap(map);
    }

    public static CelValue Record(CelRecordType type, object host)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(host);
        return new(CelKind.Record, 0, host, 0, type);
    }

    public static CelValue Error(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(CelKind.Error, 0, message);
    }

    public static CelValue Unknown(CelUnknown causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        return new(CelKind.Unknown, 0, causes);
    }

    public static CelValue Unknown(IEnumerable<object> causes) => Unknown(new CelUnknown(causes));

    public static CelValue Unknown(object cause) => Unknown(new CelUnknown([cause]));

    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);

    public bool AsBool() => BitsOf(CelKind.Bool) != 0;

    public long AsInt() => BitsOf(CelKind.Int);

    public double AsDouble() => BitConverter.Int64BitsToDouble(BitsOf(CelKind.Double));

    public string AsString() => (string)ReferenceOf(CelKind.String);

    /// <summary>The duration in nanoseconds.</summary>
    public long AsNanoseconds() => BitsOf(CelKind.Duration);

    /// <summary>The duration, cut to the 100 ns of a <see cref="TimeSpan"/>.</summary>
    public TimeSpan AsDuration() => TimeSpan.FromTicks(AsNanoseconds() / 100);

    /// <summary>The timestamp in UTC, cut to the 100 ns of a <see cref="DateTimeOffset"/>.</summary>
    public DateTimeOffset AsTimestamp() => DateTimeOffset.FromUnixTimeSeconds(UnixSeconds).AddTicks(Nanosecond / 100);

    /// <summary>Whole seconds of a timestamp since 1970-01-01T00:00:00Z, rounded down.</summary>
    public long UnixSeconds => BitsOf(CelKind.Timestamp);

    /// <summary>Nanoseconds of a timestamp after <see cref="UnixSeconds"/>, 0..999999999.</summary>
    public int Nanosecond
    {
        get
        {
            Expect(CelKind.Timestamp);
            return nanoseconds;
        }
    }

    public IReadOnlyList<CelValue> AsList() => List.Items;

    public IReadOnlyList<KeyValuePair<CelValue, CelValue>> AsMap() => MapEntries.Entries;

    /// <summary>The host object behind a record.</summary>
    public object AsRecord() => ReferenceOf(CelKind.Record);

    public CelRecordType RecordType
    {
        get
        {
            Expect(CelKind.Record);
            return record!;
        }
    }

    /// <summary>Why there is no value.</summary>
    public string ErrorMessage => (string)ReferenceOf(CelKind.Error);

    public CelUnknown AsUnknown() => (CelUnknown)ReferenceOf(CelKind.Unknown);

    public bool Equals(CelValue other) => ValueEquality.HostEquals(this, other);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CelValue other && Equals(other);

    public override int GetHashCode() => ValueEquality.HostHash(this);

    /// <summary>
    /// A stable text in the language's own notation: <c>"a"</c>, <c>1.5</c>, <c>duration("90s")</c>,
    /// <c>timestamp("2023-01-01T00:00:00Z")</c>, <c>[1, 2]</c>, <c>{"a": 1}</c>, <c>null</c>; and <c>record Name</c>,
    /// <c>absent</c>, <c>error: message</c>, <c>unknown: cause, cause</c> for what has no notation.
    /// </summary>
    public override string ToString() => ValueText.Of(this);

    internal long Bits => bits;

    internal ListValue List => (ListValue)ReferenceOf(CelKind.List);

    internal MapValue MapEntries => (MapValue)ReferenceOf(CelKind.Map);

    internal static CelValue FromNanoseconds(long value) => new(CelKind.Duration, value);

    internal static CelValue FromUnix(long seconds, int nanoseconds) => new(CelKind.Timestamp, seconds, null, nanoseconds);

    internal static CelValue FromArray(CelValue[] items) => new(CelKind.List, 0, ListValue.Sound(items));

    internal static CelValue FromMap(MapValue map) => new(CelKind.Map, 0, map);

    private long BitsOf(CelKind kind)
    {
        Expect(kind);
        return bits;
    }

    private object ReferenceOf(CelKind kind)
    {
        Expect(kind);
        return reference!;
    }

    /// <summary>Small, so that it is inlined: values are taken apart at every step of an evaluation.</summary>
    private void Expect(CelKind kind)
    {
        if (Kind != kind)
        {
            Mistaken(kind);
        }
    }

    private void Mistaken(CelKind kind) => throw new InvalidOperationException($"This value is {Kind}, not {kind}: {this}");
}
