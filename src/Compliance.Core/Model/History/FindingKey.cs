namespace Compliance.Core.Model;

/// <summary>What makes two findings of two runs the same. A fail that cannot be judged any more is another: nobody saw it fail.</summary>
public readonly record struct FindingKey(string Fingerprint, Verdict Verdict)
{
    public static FindingKey Of(HistoryFinding finding) => new(finding.Fingerprint, finding.Verdict);
}
