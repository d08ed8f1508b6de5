using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation;

/// <summary>Order of two values of one kind. Strings go by code point, false comes before true.</summary>
internal static class Ordering
{
    public static CelValue Compare(TokenKind symbol, in CelValue left, in CelValue right, Frame frame)
    {
        if (left.Kind == CelKind.Double && (double.IsNaN(left.AsDouble()) || double.IsNaN(right.AsDouble())))
        {
            return CelValue.Error("NaN has no order");
        }

        if (left.Kind == CelKind.String && !frame.Charge(Math.Min(left.AsString().Length, right.AsString().Length) / 16))
        {
            return frame.Exhausted;
        }

        var order = Order(left, right);
        return CelValue.Of(symbol switch
        {
            TokenKind.Less => order < 0,
            TokenKind.LessOrEqual => order <= 0,
            TokenKind.Greater => order > 0,
            _ => order >= 0,
        });
    }

    /// <summary>Negative, 0 or positive; not for NaN.</summary>
    public static int Order(in CelValue left, in CelValue right) => left.Kind switch
    {
        CelKind.Double => left.AsDouble() < right.AsDouble() ? -1 : left.AsDouble() > right.AsDouble() ? 1 : 0,
        CelKind.String => Texts.Compare(left.AsString(), right.AsString()),
        CelKind.Timestamp => (left.UnixSeconds, left.Nanosecond).CompareTo((right.UnixSeconds, right.Nanosecond)),
        _ => left.Bits.CompareTo(right.Bits),
    };
}
