namespace Compliance.Reporting;

/// <summary>One row of a trend.</summary>
/// <param name="Spark">a character for each day</param>
/// <param name="Words">the same for who cannot see it</param>
internal sealed record TrendLine(string Label, string Spark, string Words);
