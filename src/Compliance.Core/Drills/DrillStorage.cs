namespace Compliance.Core.Drills;

/// <summary>Where the copy's volumes go.</summary>
/// <param name="Id">the storage; null when none can take them</param>
/// <param name="Why">why this one, or why none, in words</param>
/// <param name="Doubts">what could not be told of it</param>
internal sealed record DrillStorage(string? Id, string Why, IReadOnlyList<string> Doubts);
