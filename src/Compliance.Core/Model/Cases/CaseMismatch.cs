namespace Compliance.Core.Model;

/// <summary>One thing in which a rule says otherwise than a case expects.</summary>
/// <param name="What"><c>verdict</c>, <c>message</c>, <c>expected</c>, <c>actual</c> or <c>fix</c></param>
/// <param name="Expected">by the case</param>
/// <param name="Actual">what the rule says</param>
/// <param name="Because">for a verdict: the parts of the rule that decided it; null when there are none</param>
/// <param name="Place">where the case expects it</param>
public sealed record CaseMismatch(string Subject, string What, string Expected, string Actual, string? Because, Place Place);
