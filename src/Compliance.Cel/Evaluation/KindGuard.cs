using Compliance.Cel.Types;

namespace Compliance.Cel.Evaluation;

/// <summary>
/// The border between host and language: what a getter or a binding gives must be of the declared kind, or the rest of the
/// evaluation would stand on sand. One comparison in the good case.
/// </summary>
internal static class KindGuard
{
    public static CelValue Check(in CelValue value, CelType type, string name)
        => value.Kind == type.Kind || !value.IsValue ? value : Mismatch(value, type, name);

    private static CelValue Mismatch(in CelValue value, CelType type, string name) => TypeUnifier.Prune(type) is TypeVariable
        ? value
        : CelValue.Error($"the host gave {name} as {value.Kind}, but it is declared {type}");
}
