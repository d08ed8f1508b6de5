namespace Compliance.Core.Facts.Guests;

/// <summary>
/// Reads Proxmox's comma-separated property strings the way <c>PVE::JSONSchema::parse_property_string</c> splits them.
/// Which keys exist is for the caller to say: this knows only the form.
/// </summary>
internal static class PropertyString
{
    /// <summary>
    /// The parts in their order; a value without a key gets <paramref name="defaultKey"/>. Null when the form is broken
    /// (<c>key=</c>, <c>=value</c>): Proxmox then drops the whole setting.
    /// </summary>
    public static List<KeyValuePair<string, string>>? Split(string text, string defaultKey)
    {
        List<KeyValuePair<string, string>> parts = [];
        foreach (var part in text.Split(','))
        {
            if (string.IsNullOrWhiteSpace(part))
            {
                continue;
            }

            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals == 0 || equals == part.Length - 1)
            {
                return null;
            }

            parts.Add(equals < 0 ? new(defaultKey, part) : new(part[..equals], part[(equals + 1)..]));
        }

        return parts;
    }
}
