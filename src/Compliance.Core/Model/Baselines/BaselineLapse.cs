namespace Compliance.Core.Model;

/// <summary>A finding of the baseline that is none today.</summary>
/// <param name="Why">what became of it, or why nobody knows; lower-case start</param>
public sealed record BaselineLapse(BaselineEntry Entry, string Why);
