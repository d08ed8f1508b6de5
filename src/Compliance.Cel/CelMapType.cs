namespace Compliance.Cel;

/// <summary>A map with keys of one type and values of one type.</summary>
public sealed class CelMapType : CelType
{
    internal CelMapType(CelType key, CelType value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        Key = key;
        Value = value;
    }

    public CelType Key { get; }

    public CelType Value { get; }

    internal override CelKind Kind => CelKind.Map;

    public override string ToString() => $"map({Key}, {Value})";
}
