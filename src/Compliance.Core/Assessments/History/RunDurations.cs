namespace Compliance.Core.Assessments;

/// <summary>How long the parts of a run took, as measured.</summary>
public readonly record struct RunDurations(TimeSpan Collecting, TimeSpan Judging);
