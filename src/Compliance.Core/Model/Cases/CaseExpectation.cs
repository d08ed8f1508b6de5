namespace Compliance.Core.Model;

/// <summary>What a case expects a rule to say of one subject.</summary>
/// <param name="Subject">id such as <c>qemu/101</c>; <see cref="EveryOther"/> for each that the case does not name and the rule speaks of</param>
/// <param name="Message">null: any; so are the other texts</param>
/// <param name="Place">where the case says so</param>
public sealed record CaseExpectation(string Subject, Verdict Verdict, string? Message, string? Expected, string? Actual, string? Fix, Place Place)
{
    public const string EveryOther = "*";
}
