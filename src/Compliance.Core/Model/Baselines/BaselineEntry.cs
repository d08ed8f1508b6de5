namespace Compliance.Core.Model;

/// <summary>A finding that a baseline accepts.</summary>
/// <param name="Subject">its id</param>
/// <param name="Verdict">what it was: <see cref="Verdict.Fail"/> or <see cref="Verdict.Unknown"/></param>
/// <param name="IsWaived">a waiver covered it; then the baseline accepts it only as long as one does</param>
public sealed record BaselineEntry(string Fingerprint, string Rule, string Subject, Verdict Verdict, bool IsWaived)
{
    /// <summary>
    /// Whether a finding of today is the one that was accepted. A fail that cannot be judged any more is not, nor the reverse:
    /// nobody accepted that. Nor is one whose waiver has ended since.
    /// </summary>
    public bool Accepts(Finding finding)
        => finding.Fingerprint == Fingerprint && finding.Verdict == Verdict && (finding.Waiver is not null || !IsWaived);
}
