namespace Compliance.Policies;

/// <summary>What YAML 1.2 (core schema) takes a scalar for. Only plain scalars are ever anything but text.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Decimal,

    /// <summary><c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c>, <c>y</c>, <c>n</c>: text today, a boolean to YAML 1.1 readers.</summary>
    OldBoolean,

    /// <summary><c>012</c>, <c>0x1f</c>, <c>0o17</c>, <c>1_0</c>, <c>+7</c>: a number whose value depends on who reads it.</summary>
    OddInteger,
}
