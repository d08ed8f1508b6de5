namespace Compliance.Core.Model;

/// <summary>How often a run gave each verdict for a rule, or for the rules of a clause.</summary>
/// <param name="Id">of the rule, such as <c>BKP104</c>, or of the clause, such as <c>RB-40</c></param>
public sealed record HistoryCount(string Id, int Pass, int Fail, int Unknown, int NotApplicable);
