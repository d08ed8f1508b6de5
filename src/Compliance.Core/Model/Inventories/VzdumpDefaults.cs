namespace Compliance.Core.Model;

/// <summary>What a job inherits on one node.</summary>
/// <param name="Storage">the target asked for; null for that of a job that names none</param>
public sealed record VzdumpDefaults(string? Storage, Observed<VzdumpSettings> Settings);
