namespace Compliance.Core.Model;

/// <summary>A kind of problem that the policy does not want to hear of.</summary>
/// <param name="Code">such as <c>POL305</c></param>
/// <param name="Reason">why, for who reads the policy</param>
public sealed record LintSetting(Placed<string> Code, Placed<string> Reason, Place Place);
