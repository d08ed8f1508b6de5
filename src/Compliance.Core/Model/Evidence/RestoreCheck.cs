namespace Compliance.Core.Model;

/// <summary>One thing that was looked at after a test restore.</summary>
/// <param name="Name">such as <c>boot</c> or <c>service</c>; the word that <c>validation.verify</c> of the policy uses</param>
/// <param name="IsOk">whether it was as it should be</param>
/// <param name="Place">where it is written</param>
public sealed record RestoreCheck(string Name, bool IsOk, Place Place);
