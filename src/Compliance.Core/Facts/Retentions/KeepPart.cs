namespace Compliance.Core.Facts.Retentions;

/// <summary>One option of a retention.</summary>
/// <param name="Key">as Proxmox VE writes it, such as <c>keep-weekly</c></param>
/// <param name="Count">how many periods it keeps a backup of; above 0</param>
/// <param name="Period">the shortest such period can be; zero for <c>keep-last</c>, which counts backups</param>
/// <param name="Unit">the period in words, such as <c>week</c></param>
public readonly record struct KeepPart(string Key, int Count, TimeSpan Period, string Unit);
