namespace Compliance.Core.Facts.Properties;

/// <summary>
/// Booleans as Proxmox writes them: <c>1 yes on true</c>, <c>0 no off false</c>, in any case (PVE/JSONSchema.pm, parse_boolean).
/// </summary>
public static class PropertyBoolean
{
    private static readonly string[] Yes = ["1", "on", "yes", "true"];
    private static readonly string[] No = ["0", "off", "no", "false"];

    /// <summary>The value, or null when the text is no boolean.</summary>
    public static bool? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        return No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : null;
    }
}
