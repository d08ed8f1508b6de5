using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What was in the way.</summary>
public sealed record ReceiptFinding(string Rule, string Subject, Verdict Verdict, string Fingerprint, string Message);
