using Compliance.Cel;

namespace Compliance.Core.Rules;

/// <summary>A value beside the expression that gave it: texts in quotes, so that an empty one is seen; times as people read them.</summary>
public static class ValueNotation
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Duration or CelKind.Timestamp => HumanText.Of(value),
        CelKind.List => $"[{string.Join(", ", value.AsList().Select(Of))}]",
        CelKind.Unknown => "unknown",
        CelKind.Record => value.RecordType.Name,
        _ => value.ToString(),
    };
}
