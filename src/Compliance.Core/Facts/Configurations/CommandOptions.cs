using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Configurations;

/// <summary>
/// Reads the options of a vzdump command line: <c>--name value</c>, <c>--name=value</c>, and guest ids without a name. Booleans become
/// numbers and may stand without value; everything else stays text (PVE/JSONSchema.pm, get_options).
/// </summary>
internal static class CommandOptions
{
    /// <summary>The options, or null with the problem for which the whole line is no job.</summary>
    public static Dictionary<string, ConfigurationValue>? Read(string line, out string? problem)
    {
        var values = new Dictionary<string, ConfigurationValue>(StringComparer.Ordinal);
        problem = null;
        if (CommandWords.Read(line, everyOptionHasValue: false) is not { } words)
        {
            problem = "a quote is not closed";
            return null;
        }

        foreach (var (name, text) in words.Options)
        {
            problem ??= Take(values, name, text);
        }

        if (words.Plain.Length > 0)
        {
            problem ??= Take(values, "vmid", string.Join(',', words.Plain));
        }

        return problem is null ? values : null;
    }

    private static string? Take(Dictionary<string, ConfigurationValue> values, string name, string? text)
    {
        if (!JobProperties.OfCommand.TryGetValue(name, out var rule))
        {
            return $"unknown option '{name}'";
        }

        if (rule.Shape == PropertyShape.Boolean)
        {
            var flag = PropertyBoolean.Parse(text ?? "1");
            values[name] = new ConfigurationValue.Number(flag == true ? 1 : 0);
            return flag is null ? $"'{text}' is no boolean ({name})" : null;
        }

        if (rule.Read(text, out var problem) is not { } value)
        {
            return $"{problem} ({name})";
        }

        values[name] = value is ConfigurationValue.Items more && values.GetValueOrDefault(name) is ConfigurationValue.Items before
            ? new ConfigurationValue.Items(before.Values.AddRange(more.Values))
            : value is ConfigurationValue.Items ? value : new ConfigurationValue.Text(text!);
        return null;
    }
}
