namespace Compliance.Reporting;

/// <summary>What failed, and somebody accepted.</summary>
/// <param name="Expires">the last day of the waiver, in UTC</param>
public sealed record ReceiptWaived(string Rule, string Subject, string Fingerprint, string Owner, DateOnly Expires);
