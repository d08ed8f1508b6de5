using System.Collections.Immutable;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Configurations;

/// <summary>What a storage may hold, and where (PVE/Storage/Plugin.pm, decode_value and parse_config).</summary>
internal static class StorageContents
{
    private const string Nothing = "none";

    /// <summary>The problem for which Proxmox drops the storage, or null.</summary>
    public static string? Complete(SectionDraft section, StorageType type, List<string> warnings)
    {
        CompleteDirectories(section, type, warnings);
        if (section.Values.GetValueOrDefault("format") is ConfigurationValue.Text format && !type.Formats.Contains(format.Value))
        {
            warnings.Add($"section '{section.Id}': storage does not support format '{format.Value}'");
            section.Values.Remove("format");
        }

        if (section.Values.GetValueOrDefault("content") is not ConfigurationValue.Text content)
        {
            section.Values["content"] = StorageConfiguration.Sorted(type.DefaultContents);
            return null;
        }

        var supported = ListText.Split(content.Value).Where(c => IsSupported(section, type, c, warnings)).Distinct().ToArray();
        section.Values["content"] = StorageConfiguration.Sorted(supported.Length > 0 ? supported : [Nothing]);
        return supported.Length > 1 && supported.Contains(Nothing) ? "unable to combine 'none' with other content types"
            : supported.Length == 0 && !type.Contents.Contains(Nothing) ? "storage does not support content type 'none'"
            : null;
    }

    private static void CompleteDirectories(SectionDraft section, StorageType type, List<string> warnings)
    {
        if (section.Values.GetValueOrDefault("content-dirs") is not ConfigurationValue.Text text)
        {
            return;
        }

        var parts = ImmutableSortedDictionary.CreateBuilder<string, ConfigurationValue>(StringComparer.Ordinal);
        foreach (var item in ListText.Split(text.Value))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (IsSupported(section, type, item[..equals], warnings))
            {
                parts[item[..equals]] = new ConfigurationValue.Text(item[(equals + 1)..]);
            }
        }

        section.Values["content-dirs"] = new ConfigurationValue.Parts(parts.ToImmutable());
    }

    private static bool IsSupported(SectionDraft section, StorageType type, string content, List<string> warnings)
    {
        if (type.Contents.Contains(content))
        {
            return true;
        }

        warnings.Add($"section '{section.Id}': storage does not support content type '{content}'");
        return false;
    }
}
