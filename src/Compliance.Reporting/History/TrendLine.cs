using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>One row of a trend.</summary>
/// <param name="Spark">a character for each day</param>
/// <param name="Days">what it shows; null for a day without a run</param>
/// <param name="Words">the same for who cannot see it</param>
internal sealed record TrendLine(string Label, string Spark, string Words, ImmutableArray<int?> Days);
