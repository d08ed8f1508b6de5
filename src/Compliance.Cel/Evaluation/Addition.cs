using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation;

/// <summary><c>+</c>: numbers, and everything that grows.</summary>
internal static class Addition
{
    public static CelValue Add(in CelValue left, in CelValue right, Frame frame) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, _) => Arithmetic.Int((Int128)left.AsInt() + right.AsInt()),
        (CelKind.Double, _) => CelValue.Of(left.AsDouble() + right.AsDouble()),
        (CelKind.String, _) => Concatenate(left.AsString(), right.AsString(), frame),
        (CelKind.List, _) => Concatenate(left.List.Items, right.List.Items, frame),
        (CelKind.Timestamp, _) => Timestamps.Add(left, right.AsNanoseconds()),
        (_, CelKind.Timestamp) => Timestamps.Add(right, left.AsNanoseconds()),
        _ => Durations.InRange((Int128)left.AsNanoseconds() + right.AsNanoseconds()),
    };

    private static CelValue Concatenate(string left, string right, Frame frame)
    {
        var length = (long)left.Length + right.Length;
        if (length > frame.Limits.StringLength)
        {
            return CelValue.Error($"the string is too long: more than {frame.Limits.StringLength} characters");
        }

        return frame.Charge(length / 16) ? CelValue.Of(left + right) : frame.Exhausted;
    }

    private static CelValue Concatenate(CelValue[] left, CelValue[] right, Frame frame)
    {
        var length = (long)left.Length + right.Length;
        if (length > frame.Limits.ListSize)
        {
            return frame.TooManyElements;
        }

        return frame.Charge(length) ? frame.Bounded(CelValue.FromArray([.. left, .. right])) : frame.Exhausted;
    }
}
