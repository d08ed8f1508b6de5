namespace Compliance.Core.Model;

/// <summary>A waiver that does not do what its author thinks. It counts for the outcome as a finding does.</summary>
/// <param name="Message">what is wrong, lower-case start; holds text of people</param>
/// <param name="Fix">how to put it right, as a sentence</param>
public sealed record WaiverProblem(WaiverFault Fault, Severity Severity, Waiver Waiver, string Message, string Fix);
