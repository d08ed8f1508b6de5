using System.Globalization;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>Single values as Proxmox writes them; null means not understood.</summary>
internal static class WireValue
{
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => String(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => null,
    };

    /// <summary>The words of pve-common <c>JSONSchema.pm:parse_boolean</c>; an empty string is Perl's false.</summary>
    public static bool? Flag(JsonElement value) => Text(value)?.ToUpperInvariant() switch
    {
        "1" or "YES" or "ON" or "TRUE" => true,
        "0" or "" or "NO" or "OFF" or "FALSE" => false,
        _ => null,
    };

    public static long? Whole(JsonElement value)
        => long.TryParse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    /// <summary>Also takes a fraction or an exponent, rounded.</summary>
    public static long? Rounded(JsonElement value)
    {
        if (Whole(value) is { } whole)
        {
            return whole;
        }

        // 2^62: far above every size, and exact as a double.
        return double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 4.6e18
            ? (long)Math.Round(number)
            : null;
    }

    /// <summary>A value for a message: short, and on one line.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Undefined => "nothing",
        _ => Cut(value.GetRawText()),
    };

    public static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 40 ? line : line[..40] + "…";
    }

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // JsonDocument checks UTF-8 and surrogates only when a string is taken out.
            throw new WireException("a text is not valid UTF-8");
        }
    }
}
