namespace Compliance.Core.Model;

/// <summary>What a job inherits on one node for one target storage.</summary>
/// <param name="Storage">the target asked for; null for a job that names none</param>
public sealed record VzdumpDefaults(string? Storage, Observed<VzdumpSettings> Settings);
