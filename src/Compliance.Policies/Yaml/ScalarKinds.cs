using System.Text.RegularExpressions;

namespace Compliance.Policies;

/// <summary>Tells the kind of a plain scalar (YAML 1.2.2, section 10.3.2), and what YAML 1.1 readers would take it for.</summary>
internal static partial class ScalarKinds
{
    public static ScalarKind OfPlain(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when !CanBeNumber(value) => IsOldBoolean(value) ? ScalarKind.OldBoolean : ScalarKind.Text,
        _ when Integer().IsMatch(value) => ScalarKind.Integer,
        _ when OddInteger().IsMatch(value) => ScalarKind.OddInteger,
        _ when Decimal().IsMatch(value) => ScalarKind.Decimal,
        _ => ScalarKind.Text,
    };

    /// <summary>The boolean a YAML 1.1 reader sees in an <see cref="ScalarKind.OldBoolean"/>.</summary>
    public static bool OldBooleanValue(string value) => value[0] is 'y' or 'Y' || string.Equals(value, "on", StringComparison.OrdinalIgnoreCase);

    private static bool IsOldBoolean(string value) => value.Length <= 3 && value.ToUpperInvariant() is "YES" or "NO" or "ON" or "OFF" or "Y" or "N";

    private static bool CanBeNumber(string value) => char.IsAsciiDigit(value[0]) || value[0] is '-' or '+' or '.';

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(0[0-9_]+|0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+|[1-9][0-9_]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OddInteger();

    [GeneratedRegex(@"^[-+]?((\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
