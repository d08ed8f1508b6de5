namespace Compliance.Core.Facts.Jobs;

/// <summary>An option as a run really uses it, and who set it.</summary>
/// <param name="Value">the value as Proxmox writes it; null when no level sets it and there is no default</param>
/// <param name="Origin">the level that set it</param>
public readonly record struct EffectiveSetting(string? Value, SettingOrigin Origin);
