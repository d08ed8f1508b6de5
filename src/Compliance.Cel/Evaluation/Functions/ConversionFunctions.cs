using System.Globalization;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The types as functions: int, double, string, bool, timestamp, duration.</summary>
internal static class ConversionFunctions
{
    public static IEnumerable<Overload> All =>
    [
        Of("int", CelType.Int, CelType.Int, value => value),
        Of("int", CelType.Double, CelType.Int, value => FromDouble(value.AsDouble())),
        Of("int", CelType.String, CelType.Int, value => IntFromText(value.AsString())),
        Of("int", CelType.Timestamp, CelType.Int, value => CelValue.Of(value.UnixSeconds)),
        Of("double", CelType.Double, CelType.Double, value => value),
        Of("double", CelType.Int, CelType.Double, value => CelValue.Of((double)value.AsInt())),
        Of("double", CelType.String, CelType.Double, value => DoubleFromText(value.AsString())),
        Of("string", CelType.String, CelType.String, value => value),
        Of("string", CelType.Bool, CelType.String, value => CelValue.Of(value.AsBool() ? "true" : "false")),
        Of("string", CelType.Int, CelType.String, value => CelValue.Of(value.AsInt().ToString(CultureInfo.InvariantCulture))),
        Of("string", CelType.Double, CelType.String, value => CelValue.Of(Doubles.Text(value.AsDouble()))),
        Of("string", CelType.Timestamp, CelType.String, value => CelValue.Of(Timestamps.Text(value))),
        Of("string", CelType.Duration, CelType.String, value => CelValue.Of(Durations.Text(value.AsNanoseconds()))),
        Of("bool", CelType.Bool, CelType.Bool, value => value),
        Of("bool", CelType.String, CelType.Bool, value => BoolFromText(value.AsString())),
        Of("timestamp", CelType.Timestamp, CelType.Timestamp, value => value),
        Of("timestamp", CelType.Int, CelType.Timestamp, value => Timestamps.InRange(value.AsInt(), 0)),
        Of("timestamp", CelType.String, CelType.Timestamp, value => Timestamps.Parse(value.AsString())),
        Of("duration", CelType.Duration, CelType.Duration, value => value),
        Of("duration", CelType.String, CelType.Duration, value => Durations.Parse(value.AsString())),
    ];

    private static Overload Of(string name, CelType from, CelType to, Func<CelValue, CelValue> convert)
        => new(name, false, [from], to, (arguments, frame) => frame.ChargeFor(arguments) ? convert(arguments[0]) : frame.Exhausted);

    /// <summary>Towards zero; strictly inside the range, as both limits round to doubles that are not ints.</summary>
    private static CelValue FromDouble(double value) => value > -9223372036854775808.0 && value < 9223372036854775808.0
        ? CelValue.Of((long)value)
        : CelValue.Error($"{Doubles.Text(value)} is out of the range of int");

    private static CelValue IntFromText(string text)
        => text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-')
           && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? CelValue.Of(value)
            : CelValue.Error($"{ValueText.Brief(text)} is not an int");

    private static CelValue DoubleFromText(string text) => Doubles.TryParse(text, out var value)
        ? CelValue.Of(value)
        : CelValue.Error($"{ValueText.Brief(text)} is not a double");

    private static CelValue BoolFromText(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.True,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.False,
        _ => CelValue.Error($"{ValueText.Brief(text)} is not a bool"),
    };
}
