namespace Compliance.Core.Assessments;

/// <summary>A time in which the policy promises that a guest is saved.</summary>
/// <param name="Opens">a run that began before belongs to the window before</param>
/// <param name="Due">when the run is promised to begin; its day is the window's day</param>
/// <param name="Closes">later is too late: the grace is over</param>
internal readonly record struct PromisedWindow(DateTimeOffset Opens, DateTimeOffset Due, DateTimeOffset Closes);
