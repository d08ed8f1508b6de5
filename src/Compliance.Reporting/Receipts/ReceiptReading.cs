namespace Compliance.Reporting;

/// <summary>A receipt as read, or why it is none.</summary>
/// <param name="Receipt">null when the file cannot be read as one</param>
/// <param name="Hash">the one that stands in it, which is its own; meaningful with a receipt only</param>
/// <param name="Fault">why not, in words that hold no line break; null when it is as it was written</param>
/// <param name="IsAltered">it was one, and somebody changed it; otherwise it is something else</param>
public sealed record ReceiptReading(Receipt? Receipt, string Hash, string? Fault, bool IsAltered);
