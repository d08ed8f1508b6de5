using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What a rule of the gate said.</summary>
/// <param name="Judged">subjects that it judged</param>
/// <param name="Waived">subjects that failed, and that somebody accepted</param>
public sealed record ReceiptRule(string Rule, Verdict Verdict, int Judged, int Waived);
