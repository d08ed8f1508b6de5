using System.Globalization;

namespace Compliance.Core.Facts.Configurations;

/// <summary>The schema of one property: what its value must be (PVE/JSONSchema.pm, check_prop).</summary>
/// <param name="Shape">its JSON type</param>
/// <param name="Problem">says what is wrong with a text, or null</param>
internal sealed record PropertyRule(PropertyShape Shape, Func<string, string?> Problem)
{
    public static PropertyRule Any { get; } = new(PropertyShape.Text, _ => null);

    public static PropertyRule Items { get; } = new(PropertyShape.Array, _ => null);

    /// <summary>Only 0 and 1: a schema takes no <c>yes</c>, which property strings do.</summary>
    public static PropertyRule Flag { get; } = new(PropertyShape.Boolean, text => text is "0" or "1" ? null : $"'{text}' is neither 0 nor 1");

    public static PropertyRule Of(Func<string, bool> isValid, string what)
        => new(PropertyShape.Text, text => isValid(text) ? null : $"'{text}' is not {what}");

    public static PropertyRule OneOf(params string[] values) => Of(values.Contains, $"one of {string.Join(", ", values)}");

    public static PropertyRule AtMost(int length) => new(PropertyShape.Text, text => text.Length <= length ? null : $"longer than {length} characters");

    public static PropertyRule Integer(long least, long most) => new(PropertyShape.Integer, text =>
        Whole(text) is not { } value ? $"'{text}' is not a whole number"
        : value < least || value > most ? $"{text} is not within {least} and {most}"
        : null);

    public static PropertyRule Integer(long least) => Integer(least, long.MaxValue);

    /// <summary>The value as section files give it; null with a problem.</summary>
    public ConfigurationValue? Read(string? text, out string? problem)
    {
        var given = text ?? (Shape == PropertyShape.Boolean ? "1" : null);
        problem = given is null ? "got undefined value" : Problem(given);
        return problem is not null ? null : Shape switch
        {
            PropertyShape.Boolean or PropertyShape.Integer => new ConfigurationValue.Number(Whole(given!) ?? 0),
            PropertyShape.Array => new ConfigurationValue.Items([given!]),
            _ => new ConfigurationValue.Text(given!),
        };
    }

    private static long? Whole(string text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
