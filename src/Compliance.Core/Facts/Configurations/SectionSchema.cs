using System.Collections.Frozen;

namespace Compliance.Core.Facts.Configurations;

/// <summary>The schema of one type of section.</summary>
/// <param name="Properties">those it may have</param>
/// <param name="Required">those without which Proxmox drops the section</param>
internal sealed record SectionSchema(FrozenDictionary<string, PropertyRule> Properties, params string[] Required);
