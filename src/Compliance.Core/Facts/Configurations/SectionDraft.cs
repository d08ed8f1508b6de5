namespace Compliance.Core.Facts.Configurations;

/// <summary>A section of a file, of a known type, with the properties that could be read.</summary>
internal sealed record SectionDraft(string Type, string Id, SectionSchema Schema)
{
    public Dictionary<string, ConfigurationValue> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What Proxmox skips the section for (PVE/SectionConfig.pm, check_config), or null.</summary>
    public string? Missing()
        => Schema.Required.FirstOrDefault(key => !Values.ContainsKey(key)) is { } key ? $"missing value for required option '{key}'" : null;
}
