namespace Compliance.Core.Model;

/// <summary>One day of a guest's timeline, in the time zone of its node.</summary>
/// <param name="Points">restore points that began on it and are there now</param>
/// <param name="Missed">promised windows that were due on it, in which nothing was saved, certainly</param>
/// <param name="Failed">runs that were to save the guest, began on it, and did not</param>
/// <param name="IsDue">the policy promises a backup on it</param>
public readonly record struct TimelineDay(DateOnly Date, DayMark Mark, int Points, int Missed, int Failed, bool IsDue);
