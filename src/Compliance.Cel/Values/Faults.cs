using System.Runtime.CompilerServices;
using Compliance.Cel.Evaluation;

namespace Compliance.Cel.Values;

/// <summary>
/// What stands in the way of using an aggregate whole: an unknown part makes it unknown, an absent or broken part makes it
/// an error. Kept as one reference so that it can be remembered without a lock.
/// </summary>
internal static class Faults
{
    /// <summary>Nothing stands in the way.</summary>
    public static readonly object None = new();

    public static object Of(CelValue[] parts)
    {
        var causes = default(UnknownCauses);
        string? error = null;
        foreach (var part in parts)
        {
            var fault = Whole(part);
            if (fault.Kind == CelKind.Unknown)
            {
                causes.Add(fault.AsUnknown());
            }
            else if (!fault.IsValue)
            {
                error ??= fault.Kind == CelKind.Error ? fault.ErrorMessage : "an element is absent";
            }
        }

        return causes.Any ? causes.Result : error ?? None;
    }

    public static CelValue Read(object fault) => fault switch
    {
        CelUnknown unknown => CelValue.Unknown(unknown),
        string message => CelValue.Error(message),
        _ => CelValue.Null,
    };

    /// <summary>The value itself, or the fault that using all of it meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CelValue Whole(in CelValue value) => value.Kind < CelKind.List ? value : WholeAggregate(value);

    private static CelValue WholeAggregate(in CelValue value)
    {
        var fault = value.Kind == CelKind.List ? value.List.Fault : value.MapEntries.Fault;
        return fault.IsValue ? value : fault;
    }
}
