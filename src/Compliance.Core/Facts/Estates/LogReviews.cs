using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The recorded log reviews, as of the moment judged. A review of <c>all</c> is one of every node and every job.</summary>
internal sealed class LogReviews
{
    private readonly ImmutableArray<LogReview> reviews;
    private readonly Inventory inventory;
    private readonly Placed<TimeSpan>? every;
    private readonly DateTimeOffset asOf;

    public LogReviews(Policy policy, EvidenceRecords evidence, Inventory inventory, DateTimeOffset asOf)
    {
        this.inventory = inventory;
        this.asOf = asOf;
        every = policy.Notification?.LogReviewEvery;
        reviews = [.. evidence.LogReviews.Where(review => review.Reviewed.Value <= asOf)];
    }

    /// <summary>When the logs of a node were read last; null when never.</summary>
    public DateTimeOffset? NewestOfNode(string node) => Newest($"node/{node}");

    /// <summary>
    /// When the logs of a job were read last, on every node that may run it; known and null when never. Unreadable when reviews of
    /// nodes count, but not all nodes were seen.
    /// </summary>
    public Observed<DateTimeOffset?> NewestOfJob(JobState job)
    {
        if (job.Node is { } only)
        {
            return Observation.Known(Newest($"job/{job.Id}", $"node/{only}"));
        }

        var own = Newest($"job/{job.Id}");
        var nodes = inventory.Nodes.Rows.Select(node => Newest($"job/{job.Id}", $"node/{node.Name}")).ToList();
        var everywhere = nodes.Count == 0 ? own : nodes.Contains(null) ? null : nodes.Min();
        return inventory.Nodes.Hidden is { } hidden && reviews.Any(review => review.Of.Value.StartsWith("node/", StringComparison.Ordinal) && !(own >= review.Reviewed.Value))
            ? Observation.Unreadable<DateTimeOffset?>(hidden)
            : Observation.Known(everywhere);
    }

    /// <summary>Whether logs that were read last then should have been read again since; false when the policy asks for no reviews.</summary>
    public bool IsOverdue(DateTimeOffset? newest) => every is { } most && !(newest is { } at && asOf - at <= most.Value);

    /// <summary>Whether somebody has read the log of a job's run on a node after its end, and before the next success began.</summary>
    public bool IsBetween(JobState job, string node, DateTimeOffset end, DateTimeOffset next) => reviews.Any(review =>
        (review.Of.Value == "all" || review.Of.Value == $"job/{job.Id}" || review.Of.Value == $"node/{node}")
        && review.Reviewed.Value >= end && review.Reviewed.Value <= next);

    private DateTimeOffset? Newest(params ReadOnlySpan<string> of)
    {
        DateTimeOffset? newest = null;
        foreach (var review in reviews)
        {
            if ((review.Of.Value == "all" || of.Contains(review.Of.Value)) && !(newest >= review.Reviewed.Value))
            {
                newest = review.Reviewed.Value;
            }
        }

        return newest;
    }
}
