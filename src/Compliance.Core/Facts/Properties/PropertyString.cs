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
        foreach (var (name, value, error) in Elements(text, defaultKey))
        {
            if (error is not null)
            {
                return Invalid(error);
            }

            if (canonicalKey(name) is not { } key)
            {
                return Invalid($"unknown key '{name}'");
            }

            if (!values.TryAdd(key, value))
            {
                return Invalid($"duplicate key '{name}'");
            }
        }

        return new PropertyString(values.ToImmutable(), null);
    }

    /// <summary>
    /// The form only, for formats that resolve keys in their own way: the elements in their order, a bare value under
    /// <paramref name="defaultKey"/>. Null when the form is broken (<c>key=</c>, <c>=value</c>): Proxmox then drops the
    /// whole setting.
    /// </summary>
    internal static List<KeyValuePair<string, string>>? Split(string text, string defaultKey)
    {
        List<KeyValuePair<string, string>> elements = [];
        foreach (var (key, value, error) in Elements(text, defaultKey))
        {
            if (error is not null)
            {
                return null;
            }

            elements.Add(new(key, value));
        }

        return elements;
    }

    /// <summary>Element by element, so that the first wrong one is the one told of. Empty elements are passed over.</summary>
    private static IEnumerable<(string Key, string Value, string? Error)> Elements(string text, string? defaultKey)
    {
        foreach (var part in text.Split(',').Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var error = equals == 0 ? $"'{part}' lacks a key"
                : equals == part.Length - 1 ? $"'{part}' lacks a value"
                : equals < 0 && defaultKey is null ? $"'{part}' is a value without a key"
                : null;
            yield return (equals < 0 ? defaultKey ?? string.Empty : part[..equals], part[(equals + 1)..], error);
        }
    }

    private static PropertyString Invalid(string error) => new(ImmutableDictionary<string, string>.Empty, error);
}
