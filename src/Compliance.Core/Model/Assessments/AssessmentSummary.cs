namespace Compliance.Core.Model;

/// <summary>Counts. Verdicts are counted once for each rule and subject.</summary>
/// <param name="Subjects">different subjects that any rule judged</param>
/// <param name="Fail">waived or not</param>
/// <param name="Waived">how many of the fails a waiver covers</param>
public sealed record AssessmentSummary(int Rules, int Subjects, int Pass, int Fail, int Unknown, int NotApplicable, int Waived);
