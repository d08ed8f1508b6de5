namespace Compliance.Reporting;

/// <summary>Which reading of which estate a receipt is of.</summary>
/// <param name="Digest"><c>sha256:…</c> over the whole inventory but the moment it was collected; it moves with every task</param>
public sealed record ReceiptEstate(string Name, DateTimeOffset CollectedAt, string Digest);
