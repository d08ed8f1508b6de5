using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// Simulates schedule and pruning together, each distinct set of jobs once: many guests share their jobs, and a simulation runs
/// through more than a year.
/// </summary>
internal sealed class RetentionForecasts(DateTimeOffset asOf)
{
    /// <summary>Long enough that every period closes at least once, DST changes included.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromDays(366);

    private readonly Dictionary<string, RetentionForecast> known = new(StringComparer.Ordinal);

    /// <param name="jobs">all that save one guest to one storage</param>
    public RetentionForecast Of(ImmutableArray<RetentionJob> jobs, TimeZoneInfo zone)
    {
        var key = $"{zone.Id}\n{string.Join('\n', jobs.Select(job => $"{job.Schedule}|{job.Keep}|{job.IsPruning}"))}";
        if (!known.TryGetValue(key, out var forecast))
        {
            known.Add(key, forecast = RetentionSimulation.Run(jobs, zone, asOf, Measured));
        }

        return forecast;
    }
}
