namespace Compliance.Core.Model;

/// <summary>A day of a trend, in UTC, by its last run. A day without a run has no counts: nobody looked, which is not zero.</summary>
public readonly record struct TrendDay(DateOnly Day, int? Errors, int? Warnings, int? Unknown);
