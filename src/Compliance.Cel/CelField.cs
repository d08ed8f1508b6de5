namespace Compliance.Cel;

/// <summary>A field of a record.</summary>
/// <param name="Name">as written after the dot</param>
/// <param name="Type">what every value of the field has</param>
/// <param name="Get">
/// reads the field of a host object. May give <see cref="CelValue.Absent"/>, an unknown or an error instead of a value of
/// <paramref name="Type"/>. What it throws is a bug of the host and passes through evaluation.
/// </param>
public sealed record CelField(string Name, CelType Type, Func<object, CelValue> Get)
{
    /// <summary>Anything the host wants to find again; the language does not look at it.</summary>
    public object? Tag { get; init; }

    /// <summary>Fields are told apart by identity: two records may have fields that look alike.</summary>
    public bool Equals(CelField? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
