using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What came of reading a baseline: it, or why there is none.</summary>
/// <param name="Fault">one line, with the place and how to put it right; null when it could be read</param>
public sealed record BaselineReading(Baseline? Baseline, string? Fault);
