using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Configurations;

/// <summary>Property strings of a job become objects in the API: booleans as numbers, whole numbers as strings.</summary>
internal static class JobObjects
{
    public static void Expand(Dictionary<string, ConfigurationValue> values)
    {
        Expand(values, "fleecing", text => Parts(JobProperties.FleecingOf(text)));
        Expand(values, "performance", text => Parts(JobProperties.PerformanceOf(text)));
        Expand(values, "prune-backups", Retention);
    }

    private static void Expand(Dictionary<string, ConfigurationValue> values, string key, Func<string, ConfigurationValue> read)
    {
        if (values.GetValueOrDefault(key) is ConfigurationValue.Text text)
        {
            values[key] = read(text.Value);
        }
    }

    /// <summary>Nothing positive is <c>{"keep-all":1}</c>; otherwise keep-all is left out (PVE/Storage/Plugin.pm, validate_prune_backups).</summary>
    private static ConfigurationValue.Parts Retention(string text)
    {
        var counts = PropertyString.Parse(text, null, key => key).Values.Remove("keep-all");
        return counts.Values.Any(count => long.TryParse(count, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n > 0)
            ? Of(counts.Select(c => KeyValuePair.Create<string, ConfigurationValue>(c.Key, new ConfigurationValue.Text(c.Value))))
            : Of([KeyValuePair.Create<string, ConfigurationValue>("keep-all", new ConfigurationValue.Number(1))]);
    }

    private static ConfigurationValue.Parts Parts(PropertyString property)
        => Of(property.Values.Select(p => KeyValuePair.Create<string, ConfigurationValue>(p.Key, p.Key == "enabled"
            ? new ConfigurationValue.Number(PropertyBoolean.Parse(p.Value) == true ? 1 : 0)
            : new ConfigurationValue.Text(p.Value))));

    private static ConfigurationValue.Parts Of(IEnumerable<KeyValuePair<string, ConfigurationValue>> parts)
        => new(parts.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
