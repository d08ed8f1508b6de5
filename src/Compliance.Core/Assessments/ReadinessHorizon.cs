using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>
/// How long a GO holds if nobody touches anything: until what is known is older than allowed, the next backup run starts, or time alone
/// ends something the gate asks, such as a waiver, a review or the window of a restore point. The last is found by asking the
/// gate itself about later moments, so no rule is left out, and none is known here by name.
/// </summary>
internal static class ReadinessHorizon
{
    /// <param name="at">the gate's answer as of another moment, of the same inventory</param>
    public static ReadinessValidity Of(Readiness readiness, Estate estate, Func<DateTimeOffset, Readiness> at)
    {
        if (readiness.Outcome != ReadinessOutcome.Go)
        {
            return new ReadinessValidity(null, "only a GO is valid for anything");
        }

        var limit = NextRuns(estate, readiness).Append(Oldest(readiness)).MinBy(end => end.Until)!;
        return limit.Until <= readiness.AsOf ? limit : Sooner(readiness.AsOf, limit, at) ?? limit;
    }

    private static ReadinessValidity Oldest(Readiness readiness)
    {
        var known = readiness.Estate.CollectedAt < readiness.AsOf ? readiness.Estate.CollectedAt : readiness.AsOf;
        return new ReadinessValidity(known + readiness.Request.MaxAge, "what is known is too old then (--max-age)");
    }

    // A run makes and prunes restore points, and occupies the node, whatever its tier.
    private static IEnumerable<ReadinessValidity> NextRuns(Estate estate, Readiness readiness)
    {
        if (estate.Inventory.Jobs.Hidden is not null)
        {
            yield return new ReadinessValidity(readiness.AsOf, "jobs may be hidden, and nobody knows when they run");
        }

        var zones = new NodeZones(estate.Inventory);
        var nodes = estate.Nodes.Select(node => node.State.Name).Where(node => readiness.Request.Node is not { } only || only == node).ToImmutableArray();
        foreach (var job in estate.Jobs.Where(job => job.State.IsEnabled))
        {
            if (job.Schedule.Event is null && (job.State.IsLegacy || job.State.Schedule is not null))
            {
                yield return new ReadinessValidity(readiness.AsOf, $"nobody knows when job/{job.State.Id} runs next: its schedule cannot be read");
            }

            foreach (var node in nodes.Where(node => job.State.Node is not { } only || only == node))
            {
                var zone = zones.Of(node);
                if (!zone.IsKnown)
                {
                    yield return new ReadinessValidity(readiness.AsOf, $"nobody knows when job/{job.State.Id} runs next: {zone.Unreadable}");
                }
                else if (job.Schedule.Event?.Next(readiness.AsOf, zone.Value!) is { } next)
                {
                    yield return new ReadinessValidity(next, $"job/{job.State.Id} runs then");
                }
            }
        }
    }

    // Between two runs time only takes away: ages grow, waivers and reviews end. So the first moment that is no GO can be halved in on.
    private static ReadinessValidity? Sooner(DateTimeOffset asOf, ReadinessValidity limit, Func<DateTimeOffset, Readiness> at)
    {
        var good = asOf.ToUnixTimeSeconds();
        var bad = limit.Until!.Value.ToUnixTimeSeconds() - 1;
        var ended = bad > good ? at(DateTimeOffset.FromUnixTimeSeconds(bad)) : null;
        if (ended is null or { Outcome: ReadinessOutcome.Go })
        {
            return null;
        }

        while (bad - good > 1)
        {
            var middle = good + ((bad - good) / 2);
            var answer = at(DateTimeOffset.FromUnixTimeSeconds(middle));
            (good, bad, ended) = answer.Outcome == ReadinessOutcome.Go ? (middle, bad, ended) : (good, middle, answer);
        }

        var why = ended.Blocking.IsEmpty ? "a waiver ends then" : $"{ended.Blocking[0].Rule} {ended.Blocking[0].Subject.Id} holds no longer then";
        return new ReadinessValidity(DateTimeOffset.FromUnixTimeSeconds(bad), why);
    }
}
