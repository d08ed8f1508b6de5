using System.Globalization;
using Compliance.Cel.Types;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary><c>size</c>, and conversions between types: out of range is an error, never a wrap.</summary>
internal static class Conversions
{
    public static IEnumerable<Overload> All
    {
        get
        {
            var element = new TypeVariable();
            var key = new TypeVariable();
            foreach (var (type, body) in new (CelType, CelFunction)[]
            {
                (CelType.String, (a, f) => f.Charge(a[0].AsString().Length / 16) ? CelValue.Of((long)Texts.Size(a[0].AsString())) : f.Exhausted),
                (CelType.List(element), (a, _) => CelValue.Of((long)a[0].List.Items.Length)),
                (new CelMapType(key, element), (a, _) => CelValue.Of((long)a[0].MapEntries.Entries.Length)),
            })
            {
                yield return Overload.Function("size", CelType.Int, body, type);
                yield return Overload.Method("size", CelType.Int, body, type);
            }

            yield return Overload.Function("int", CelType.Int, (a, _) => a[0], CelType.Int);
            yield return Overload.Function("int", CelType.Int, (a, _) => Truncate(a[0].AsDouble()), CelType.Double);
            yield return Overload.Function("int", CelType.Int, (a, _) => ParseInt(a[0].AsString()), CelType.String);
            yield return Overload.Function("int", CelType.Int, (a, _) => CelValue.Of(a[0].UnixSeconds), CelType.Timestamp);
            yield return Overload.Function("double", CelType.Double, (a, _) => a[0], CelType.Double);
            yield return Overload.Function("double", CelType.Double, (a, _) => CelValue.Of((double)a[0].AsInt()), CelType.Int);
            yield return Overload.Function("double", CelType.Double, (a, _) => ParseDouble(a[0].AsString()), CelType.String);
            yield return Overload.Function("bool", CelType.Bool, (a, _) => a[0], CelType.Bool);
            yield return Overload.Function("bool", CelType.Bool, (a, _) => ParseBool(a[0].AsString()), CelType.String);
            yield return Overload.Function("string", CelType.String, (a, _) => a[0], CelType.String);
            yield return Overload.Function("string", CelType.String, (a, _) => CelValue.Of(a[0].AsBool() ? "true" : "false"), CelType.Bool);
            yield return Overload.Function("string", CelType.String, (a, _) => CelValue.Of(a[0].AsInt().ToString(CultureInfo.InvariantCulture)), CelType.Int);
            yield return Overload.Function("string", CelType.String, (a, _) => CelValue.Of(Doubles.Text(a[0].AsDouble())), CelType.Double);
            yield return Overload.Function("string", CelType.String, (a, _) => CelValue.Of(Timestamps.Text(a[0])), CelType.Timestamp);
            yield return Overload.Function("string", CelType.String, (a, _) => CelValue.Of(Durations.Text(a[0].AsNanoseconds())), CelType.Duration);
            yield return Overload.Function("timestamp", CelType.Timestamp, (a, _) => a[0], CelType.Timestamp);
            yield return Overload.Function("timestamp", CelType.Timestamp, (a, _) => Timestamps.Parse(a[0].AsString()), CelType.String);
            yield return Overload.Function("timestamp", CelType.Timestamp, (a, _) => Timestamps.InRange(a[0].AsInt(), 0), CelType.Int);
            yield return Overload.Function("duration", CelType.Duration, (a, _) => a[0], CelType.Duration);
            yield return Overload.Function("duration", CelType.Duration, (a, _) => Durations.Parse(a[0].AsString()), CelType.String);
        }
    }

    // Strictly inside: the double nearest to the greatest long is already one too large.
    private static CelValue Truncate(double value)
        => value > long.MinValue && value < long.MaxValue
            ? CelValue.Of((long)value)
            : CelValue.Error($"{Doubles.Text(value)} is not in the range of int");

    private static CelValue ParseInt(string text)
        => text.Length > 0 && char.IsAsciiDigit(text[^1])
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? CelValue.Of(value)
            : CelValue.Error($"{ValueText.Quote(text)} is not an int");

    private static CelValue ParseDouble(string text)
        => Doubles.TryParse(text, out var value) ? CelValue.Of(value) : CelValue.Error($"{ValueText.Quote(text)} is not a double");

    private static CelValue ParseBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.True,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.False,
        _ => CelValue.Error($"{ValueText.Quote(text)} is not a bool"),
    };
}
