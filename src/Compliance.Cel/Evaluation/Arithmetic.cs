using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation;

/// <summary>Arithmetic that reports overflow instead of wrapping. The checker has made the kinds agree.</summary>
internal static class Arithmetic
{
    public static readonly CelValue Overflow = CelValue.Error("integer overflow");

    public static CelValue Negate(CelValue value) => value.Kind == CelKind.Double
        ? CelValue.Of(-value.AsDouble())
        : Int(-(Int128)value.AsInt());

    public static CelValue Subtract(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, _) => Int((Int128)left.AsInt() - right.AsInt()),
        (CelKind.Double, _) => CelValue.Of(left.AsDouble() - right.AsDouble()),
        (CelKind.Timestamp, CelKind.Timestamp) => Timestamps.Subtract(left, right),
        (CelKind.Timestamp, _) => Timestamps.Add(left, -(Int128)right.AsNanoseconds()),
        _ => Durations.InRange((Int128)left.AsNanoseconds() - right.AsNanoseconds()),
    };

    public static CelValue Multiply(CelValue left, CelValue right) => left.Kind == CelKind.Double
        ? CelValue.Of(left.AsDouble() * right.AsDouble())
        : Int((Int128)left.AsInt() * right.AsInt());

    /// <summary>Integers truncate towards zero; doubles follow IEEE.</summary>
    public static CelValue Divide(CelValue left, CelValue right)
    {
        if (left.Kind == CelKind.Double)
        {
            return CelValue.Of(left.AsDouble() / right.AsDouble());
        }

        return right.AsInt() == 0 ? CelValue.Error("division by zero") : Int((Int128)left.AsInt() / right.AsInt());
    }

    /// <summary>The sign of the dividend. The smallest int % -1 is an overflow by the specification, though 0 would fit.</summary>
    public static CelValue Remainder(CelValue left, CelValue right)
    {
        if (right.AsInt() == 0)
        {
            return CelValue.Error("modulus by zero");
        }

        return right.AsInt() == -1 && left.AsInt() == long.MinValue ? Overflow : CelValue.Of((long)((Int128)left.AsInt() % right.AsInt()));
    }

    public static CelValue Int(Int128 value) => value < long.MinValue || value > long.MaxValue ? Overflow : CelValue.Of((long)value);
}
