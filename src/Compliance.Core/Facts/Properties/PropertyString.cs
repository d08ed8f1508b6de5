using System.Collections.Immutable;

namespace Compliance.Core.Facts.Properties;

/// <summary>
/// A property string of Proxmox VE: <c>key=value,key=value</c>, where one element may be a bare value for the default key.
/// One wrong element makes the whole string invalid (pve-common, PVE/JSONSchema.pm, parse_property_string).
/// </summary>
public sealed class PropertyString
{
    private PropertyString(ImmutableDictionary<string, string> values, string? error)
    {
        Values = values;
        Error = error;
    }

    /// <summary>The values by key; empty when the string is invalid.</summary>
    public ImmutableDictionary<string, string> Values { get; }

    /// <summary>Why Proxmox refuses the string, or null.</summary>
    public string? Error { get; }

    public string? this[string key] => Values.GetValueOrDefault(key);

    /// <param name="text">the string as the API returned it</param>
    /// <param name="defaultKey">the key of a bare value; null when the format has none</param>
    /// <param name="canonicalKey">the key as known to the format (aliases resolved), or null for an unknown key</param>
    public static PropertyString Parse(string text, string? defaultKey, Func<string, string?> canonicalKey)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(canonicalKey);
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(','))
        {
            if (string.IsNullOrWhiteSpace(part))
            {
                continue;
            }

            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals == 0 || equals == part.Length - 1)
            {
                return Invalid($"'{part}' lacks {(equals == 0 ? "a key" : "a value")}");
            }

            var name = equals < 0 ? defaultKey : part[..equals];
            if (name is null)
            {
                return Invalid($"'{part}' is a value without a key");
            }

            if (canonicalKey(name) is not { } key)
            {
                return Invalid($"unknown key '{name}'");
            }

            if (!values.TryAdd(key, part[(equals + 1)..]))
            {
                return Invalid($"duplicate key '{name}'");
            }
        }

        return new PropertyString(values.ToImmutable(), null);
    }

    private static PropertyString Invalid(string error) => new(ImmutableDictionary<string, string>.Empty, error);
}
