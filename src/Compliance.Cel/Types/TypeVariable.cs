namespace Compliance.Cel.Types;

/// <summary>
/// A type still to be found: the element of <c>[]</c>, or the type of a part that is already reported as wrong, so that one
/// fault is reported once. Unification binds it.
/// </summary>
internal sealed class TypeVariable : CelType
{
    public CelType? Bound { get; set; }

    internal override CelKind Kind => CelKind.Absent;

    public override string ToString() => Bound?.ToString() ?? "any";
}
