namespace Compliance.Reporting;

/// <summary>What else there is to say of a rule.</summary>
public sealed record ReceiptNote(string Rule, string Text);
