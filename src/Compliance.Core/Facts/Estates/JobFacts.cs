using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A backup job with what it selects and what it would use.</summary>
public sealed class JobFacts
{
    private readonly EstateSources sources;

    private readonly Policy policy;

    internal JobFacts(JobState state, JobSchedule schedule, ImmutableArray<TierFacts> claimedBy, EstateSources sources, Policy policy)
    {
        this.policy = policy;
        this.sources = sources;
        State = state;
        Schedule = schedule;
        ClaimedBy = claimedBy;
    }

    public JobState State { get; }

    public JobSchedule Schedule { get; }

    /// <summary>The tiers whose <c>jobs:</c> name it.</summary>
    public ImmutableArray<TierFacts> ClaimedBy { get; }

    /// <summary>The guests it selects of those that were seen, on the nodes where it runs; unreadable when its pool's members may be hidden.</summary>
    public Observed<ImmutableArray<GuestFacts>> Guests { get; internal set; } = null!;

    /// <summary>The same, and unreadable too when none was seen but guests may be hidden: unseen is not zero.</summary>
    public Observed<ImmutableArray<GuestFacts>> SelectedGuests => Guests.Then(seen => seen.IsEmpty && sources.Inventory.Guests.Hidden is { } gap
        ? Observation.Unreadable<ImmutableArray<GuestFacts>>(gap)
        : Observation.Known(seen));

    /// <summary>Vmids it names that no guest has: each run ends in <c>job errors</c>.</summary>
    public Observed<ImmutableArray<int>> MissingGuests { get; internal set; } = null!;

    /// <summary>When its logs were read last, as recorded; see <see cref="LogReviews.NewestOfJob"/>.</summary>
    public Observed<DateTimeOffset?> NewestLogReview { get; internal set; } = null!;

    /// <summary>Whether they should have been read again since; false when the policy asks for no reviews.</summary>
    public Observed<bool> IsLogReviewOverdue { get; internal set; } = null!;

    internal UnreviewedFailures FailureReviews { private get; set; } = null!;

    /// <summary>Failed runs whose log nobody had read when the next one succeeded; see <see cref="UnreviewedFailures"/>.</summary>
    public Observed<ImmutableArray<string>> UnreviewedFailures => Runs.Unreviewed(FailureReviews);

    internal JobRuns Runs { private get; set; } = null!;

    /// <summary>How many of its newest runs failed one after the other; see <see cref="JobRuns"/>.</summary>
    public Observed<long> FailedInARow => Runs.FailedInARow();

    /// <summary>Its newest run; known and null when it never ran.</summary>
    public Observed<BackupRun?> NewestRun => Runs.Newest();

    /// <summary>What it would do on each node where it has guests; on every node it may run on when it has none.</summary>
    public ImmutableArray<JobOnNode> Nodes { get; internal set; }

    /// <summary>
    /// The tier whose demands it must meet: the most important one that claims it or that a guest of it is in; known and null
    /// for a job that has nothing to do with any tier.
    /// </summary>
    public Observed<TierFacts?> Tier => SelectedGuests.Then(guests =>
    {
        var best = ClaimedBy.MinBy(t => t.Level);
        foreach (var guest in guests)
        {
            if (guest.Tier.Unreadable is { } gap)
            {
                return Observation.Unreadable<TierFacts?>(gap);
            }

            if (guest.Tier.Value is { } tier && (best is null || tier.Level < best.Level))
            {
                best = tier;
            }
        }

        return Observation.Known(best);
    });

    /// <summary>What keeps it from saving anything at all, whatever its target is; null when nothing does.</summary>
    public IdleReason? Idle => !State.IsEnabled ? new IdleReason(IdleReason.Disabled, "it is disabled")
        : Schedule.Fault is { } fault ? new IdleReason(IdleReason.Schedule, fault)
        : null;

    /// <summary>The node it is limited to exists; true when it is not limited.</summary>
    public Observed<bool> NodeExists => State.Node is null ? Observation.Known(true) : sources.Node(State.Node).Select(n => n is not null);

    /// <summary>The pool it saves exists; true when it selects otherwise. A missing pool makes every run die.</summary>
    public Observed<bool> PoolExists
    {
        get
        {
            var pools = sources.Inventory.Pools;
            return State.Pool is null || pools.Rows.Contains(State.Pool, StringComparer.Ordinal) ? Observation.Known(true)
                : pools.Hidden is { } gap ? Observation.Unreadable<bool>(gap)
                : Observation.Known(false);
        }
    }

    public Observed<EffectiveValue> Target => Across(n => n.Target);

    /// <summary>The target's configuration; known and null when there is no such storage.</summary>
    public Observed<StorageState?> TargetState
    {
        get
        {
            var states = Nodes.Select(node => node.TargetState).Distinct().ToList();
            return states switch
            {
                [] => Nowhere.TargetState,
                [var only] => only,
                _ => states.Find(state => !state.IsKnown) ?? states.Find(state => state.Value is null)
                    ?? Observation.Unreadable<StorageState?>(new Gap($"/cluster/backup/{State.Id}", $"no one target: {Target.Value!.Value}")),
            };
        }
    }

    /// <summary>The policy declares the target as one that other servers, and no desktops, reach over the network.</summary>
    public Observed<bool> TargetMayBeNetworked => Target.Select(target => policy.Storages.Any(s =>
        s.Id.Value == target.Value && s.NetworkExposure is { Value: "server-to-server" }));

    /// <summary>Why runs fail before the first guest, on the first node where they do; known and null when nowhere.</summary>
    public Observed<string?> TargetFault
    {
        get
        {
            foreach (var node in Nodes)
            {
                var fault = node.TargetFault;
                if (!fault.IsKnown || fault.Value is not null)
                {
                    return fault;
                }
            }

            return UnseenNodes is { } gap ? Observation.Unreadable<string?>(gap) : Observation.Known<string?>(null);
        }
    }

    /// <summary>What a run prunes by; where nodes differ, the first that prunes at all.</summary>
    public Observed<RetentionFacts> Retention => Nodes.IsEmpty
        ? Nowhere.Retention
        : Nodes.Select(n => n.Retention).FirstOrDefault(r => !r.IsKnown || !r.Value!.KeepsEverything) ?? Nodes[0].Retention;

    /// <summary>False when <c>remove</c> is 0 for it on some node.</summary>
    public Observed<bool> Prunes => Nodes.IsEmpty
        ? State.Remove is null && UnseenNodes is { } gap ? Observation.Unreadable<bool>(gap) : Observation.Known(State.Remove ?? true)
        : Nodes.Select(n => n.Removes).FirstOrDefault(r => !r.IsKnown || !r.Value) ?? Observation.Known(true);

    // What the job says itself, it says wherever it runs; what it would inherit, nobody can tell.
    private JobOnNode Nowhere => new(State, State.Node ?? "unknown", sources);

    private Gap NoNode => UnseenNodes ?? new Gap($"/cluster/backup/{State.Id}", "the job runs on no node of this cluster");

    // Without a node there is nothing to be said of a run; that there is none must have been seen.
    private Gap? UnseenNodes => Nodes.IsEmpty ? sources.Inventory.Nodes.Hidden : null;

    public Observed<EffectiveValue> Mode => Across(n => n.Mode);

    public Observed<EffectiveValue> Compression => Across(n => n.Compression);

    public Observed<EffectiveValue> NotificationMode => Across(n => n.NotificationMode);

    /// <summary>Whom a failing run tells wherever it is: on one node it may tell others as well.</summary>
    public Observed<ImmutableArray<string>> FailureReaches
    {
        get
        {
            if (Nodes.IsEmpty)
            {
                return Observation.Unreadable<ImmutableArray<string>>(NoNode);
            }

            var told = Nodes.Select(n => n.FailureReaches.Recipients).ToList();
            return told.FirstOrDefault(t => !t.IsKnown)
                ?? Observation.Known(told.Select(t => t.Value).Aggregate((all, next) => [.. all.Intersect(next, StringComparer.Ordinal)]));
        }
    }

    /// <summary>Whether a failing run tells anybody, wherever it is; false when on some node it tells nobody.</summary>
    public Observed<bool> FailureReachesSomebody
    {
        get
        {
            if (Nodes.IsEmpty)
            {
                return Observation.Unreadable<bool>(NoNode);
            }

            var told = Nodes.Select(n => n.FailureReaches.ReachesSomebody).ToList();
            return told.FirstOrDefault(t => t is { IsKnown: true, Value: false }) ?? told.FirstOrDefault(t => !t.IsKnown) ?? told[0];
        }
    }

    /// <summary>
    /// One value for all nodes the job runs on. Where nodes differ, the value lists them (<c>gzip on pve1, zstd on pve2</c>), which
    /// equals no single demand.
    /// </summary>
    internal Observed<EffectiveValue> Across(Func<JobOnNode, Observed<EffectiveValue>> setting)
    {
        if (Nodes.IsEmpty)
        {
            return setting(Nowhere);
        }

        var values = new List<(string Node, EffectiveValue Setting)>();
        foreach (var node in Nodes)
        {
            var value = setting(node);
            if (value.Unreadable is { } gap)
            {
                return Observation.Unreadable<EffectiveValue>(gap);
            }

            values.Add((node.Node, value.Value!));
        }

        var different = values.Select(v => v.Setting.Value).Distinct(StringComparer.Ordinal).Count() > 1;
        return Observation.Known(different
            ? new EffectiveValue(string.Join(", ", values.Select(v => $"{v.Setting.Value} on {v.Node}")), "each node's own default")
            : values[0].Setting);
    }
}
