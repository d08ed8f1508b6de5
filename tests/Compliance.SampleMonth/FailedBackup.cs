namespace Compliance.SampleMonth;

/// <summary>One guest's backup fails, and the job goes on with the next.</summary>
/// <param name="Job">id of the job</param>
/// <param name="Guest">vmid</param>
/// <param name="Error">as vzdump logs it</param>
public sealed record FailedBackup(string Job, int Guest, string Error);
