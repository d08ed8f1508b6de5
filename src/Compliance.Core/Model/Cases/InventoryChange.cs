namespace Compliance.Core.Model;

/// <summary>One change of a case to its inventory.</summary>
/// <param name="Json">the new value or row as JSON; null when the change has none</param>
/// <param name="Place">where the case says so</param>
public sealed record InventoryChange(InventoryChangeKind Kind, DocumentPath Path, string? Json, Place Place);
