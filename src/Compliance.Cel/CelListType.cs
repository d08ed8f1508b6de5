namespace Compliance.Cel;

/// <summary>A list whose elements have one type.</summary>
public sealed class CelListType : CelType
{
    internal CelListType(CelType element)
    {
        ArgumentNullException.ThrowIfNull(element);
        Element = element;
    }

    public CelType Element { get; }

    internal override CelKind Kind => CelKind.List;

    public override string ToString() => $"list({Element})";
}
