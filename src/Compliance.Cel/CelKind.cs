namespace Compliance.Cel;

/// <summary>
/// What a <see cref="CelValue"/> holds. The first three are outcomes without a value; a default value is <see cref="Absent"/>.
/// The order is used: everything after <see cref="Error"/> is a value, everything from <see cref="List"/> on has parts.
/// </summary>
public enum CelKind : byte
{
    /// <summary>An optional field that is not there. Selecting it is an error, <c>has()</c> of it is false.</summary>
    Absent,

    /// <summary>Not known: could become any value once the causes are known.</summary>
    Unknown,

    /// <summary>The expression has no value, for a reason that more knowledge would not change.</summary>
    Error,
    Null,
    Bool,
    Int,
    Double,
    String,
    Duration,
    Timestamp,
    Record,
    List,
    Map,
}
