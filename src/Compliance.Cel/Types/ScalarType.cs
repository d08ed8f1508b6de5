namespace Compliance.Cel.Types;

internal sealed class ScalarType(string name, CelKind kind) : CelType
{
    internal override CelKind Kind => kind;

    public override string ToString() => name;
}
