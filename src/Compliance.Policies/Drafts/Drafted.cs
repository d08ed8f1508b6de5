namespace Compliance.Policies;

/// <summary>A value of a draft, and where it comes from.</summary>
/// <param name="Value">as the policy will hold it</param>
/// <param name="Note">for the comment beside it: <c>guessed: …</c>, <c>live: …</c>, <c>unreadable: …</c>; may hold untrusted text; null for what the runbook itself says</param>
public sealed record Drafted(string Value, string? Note);
