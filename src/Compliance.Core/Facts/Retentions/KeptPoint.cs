namespace Compliance.Core.Facts.Retentions;

/// <summary>A restore point that is there on a day, and why.</summary>
/// <param name="Time">when the run that made it began</param>
/// <param name="KeptBy">the option that keeps it, such as <c>keep-weekly</c>; <c>keep-all</c> when nothing is ever pruned</param>
public readonly record struct KeptPoint(DateTimeOffset Time, string KeptBy);
