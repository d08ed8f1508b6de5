using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Guests;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A guest with its tiers, the jobs that cover it and its restore points.</summary>
public sealed class GuestFacts
{
    private readonly DateTimeOffset asOf;

    internal GuestFacts(GuestState state, Observed<ImmutableArray<TierFacts>> tiers, Observed<Exemption?> exemption, DateTimeOffset asOf)
    {
        this.asOf = asOf;
        State = state;
        Tiers = tiers;
        Exemption = exemption;
        Id = $"{state.Type}/{state.VmId}";
    }

    public GuestState State { get; }

    /// <summary>Such as <c>qemu/101</c>.</summary>
    public string Id { get; }

    /// <summary>Every tier that selects it, the most important first.</summary>
    public Observed<ImmutableArray<TierFacts>> Tiers { get; }

    /// <summary>The exemption that leaves it out of all tiers, if any.</summary>
    public Observed<Exemption?> Exemption { get; }

    /// <summary>The tier whose promise counts: the most important that selects it; known and null when none does.</summary>
    public Observed<TierFacts?> Tier => Tiers.Select(tiers => tiers.IsEmpty ? null : tiers[0]);

    /// <summary>The tier's level for grouping in reports; null when it has none or nobody could see it.</summary>
    public int? TierLevel => Tier.IsKnown ? Tier.Value?.Level : null;

    /// <summary>Whether the policy demands scheduled backups of it.</summary>
    public Observed<bool> MustBeBackedUp => Tier.Select(tier => tier is { IsScheduled: true });

    /// <summary>Which jobs cover it, and which would but do not.</summary>
    public GuestCover Cover { get; internal set; } = null!;

    /// <summary>
    /// Whether a job that saves it starts when its tier's calendar says; true when it has no tier, or the tier leaves the time open.
    /// </summary>
    public Observed<bool> StartsAsDeclared => Tier.Then(tier => tier?.Calendar is { } wanted
        ? Cover.StartsLike(wanted)
        : Observation.Known(true));

    /// <summary>What it will have to restore from once retention has settled.</summary>
    public GuestForecast Forecast { get; internal set; } = null!;

    /// <summary>Its backups.</summary>
    public GuestHistory History { get; internal set; } = null!;

    internal GuestCopies Copies { get; set; } = null!;

    /// <summary>What of it is on Proxmox Backup Server.</summary>
    public PbsCopies Pbs { get; internal set; } = null!;

    internal GuestRuns Runs { get; set; } = null!;

    /// <summary>Runs that failed for it since its newest restore point; see <see cref="GuestRuns"/>.</summary>
    public Observed<long> FailedRunsSinceNewest => Runs.FailedSinceNewest();

    /// <summary>Whether its newest restore point is still there after the next run; see <see cref="NextPrune"/>.</summary>
    public Observed<bool> NewestSurvivesNextRun => Runs.NewestSurvivesNext();

    /// <summary>Whether its newest restore point is whole; see <see cref="NewestSoundness"/>.</summary>
    public Observed<bool> NewestIsSound => Runs.NewestIsSound();

    /// <summary>In bytes, as the run that made its newest restore point logged it; known and null when there is none.</summary>
    public Observed<long?> NewestLoggedSize => Runs.NewestLoggedSize();

    /// <summary>
    /// The longest time between two restore points of those the retention keeps one by one: by keep-last, and by the option of
    /// its tier's cadence. What older ones were thinned out to says nothing of runs. Known and null when there are fewer than two.
    /// </summary>
    public Observed<TimeSpan?> LongestRestorePointGap => KeptOneByOne.Then(History.LongestGap);

    /// <summary>
    /// How many of its newest restore points the live retention keeps one by one, so that a hole among them is a run that is missing;
    /// zero when no job covers it.
    /// </summary>
    internal Observed<long> KeptOneByOne => Tier.Then(tier => Retention.Select(retention => retention switch
    {
        null => 0,
        { KeepsEverything: true } => long.MaxValue,
        { Keep: var keep } => Math.Max(keep.Last, tier?.Declared.Schedule.Value switch
        {
            Cadence.Daily => keep.Daily,
            Cadence.Weekly => Math.Max(keep.Daily, keep.Weekly),
            Cadence.Monthly => Math.Max(Math.Max(keep.Daily, keep.Weekly), keep.Monthly),
            _ => 0,
        }),
    }));

    /// <summary>Its volumes; unreadable when neither its configuration nor a job's list of volumes could be read.</summary>
    public Observed<ImmutableArray<VolumeFacts>> Volumes { get; internal set; } = null!;

    /// <summary>
    /// The retention that counts: of the covering jobs on one target the one that keeps least, because each run prunes what the
    /// others made (the group does not know which job produced a file). Known and null when no job covers the guest.
    /// </summary>
    public Observed<RetentionFacts?> Retention => Cover.CountingJobs.Then(jobs =>
    {
        RetentionFacts? least = null;
        foreach (var job in jobs)
        {
            var retention = job.OnNode.Retention;
            if (retention.Unreadable is { } gap)
            {
                return Observation.Unreadable<RetentionFacts?>(gap);
            }

            var named = retention.Value! with { Origin = $"{retention.Value!.Origin} \"{job.Job.State.Id}\"" };
            least = least is null || KeepsLess(named, least) ? named : least;
        }

        return Observation.Known(least);
    });

    /// <summary>Where its backups go: the target of its tier, and those of the jobs that cover it.</summary>
    public Observed<ImmutableArray<string>> BackupTargets => Tier.Then(tier => Cover.Jobs.Then(GuestCover.TargetsOf).Select(targets
        => (tier is null ? targets : targets.Add(tier.Target.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray()));

    /// <summary>Storages on another machine that hold a restore point of it.</summary>
    public Observed<ImmutableArray<string>> OffHostCopies => Copies.OffHost;

    /// <summary>Users besides root@pam and those whom the policy lets who could remove its newest restore point.</summary>
    public Observed<ImmutableArray<string>> NewestRemovers => Copies.NewestRemovers;

    /// <summary>Storages on the guest's own host that covering jobs write to.</summary>
    public Observed<ImmutableArray<string>> LocalTargets => Cover.Jobs.Then(jobs =>
    {
        var local = ImmutableArray.CreateBuilder<string>();
        foreach (var job in jobs)
        {
            var target = job.OnNode.TargetState;
            if (target.Unreadable is { } gap)
            {
                return Observation.Unreadable<ImmutableArray<string>>(gap);
            }

            if (target.Value is { IsShared: false, Type: "dir" or "btrfs" } storage)
            {
                local.Add(storage.Id);
            }
        }

        return Observation.Known(local.ToImmutable());
    });

    /// <summary>How old the newest restore point is; known and null when there is none.</summary>
    public Observed<TimeSpan?> NewestAge => History.Newest.Select(newest => newest is { } at ? asOf - at : (TimeSpan?)null);

    /// <summary>
    /// When it was made, from <c>meta: …,ctime=</c> in a virtual machine's configuration; known and null when it does not say, as
    /// containers never do.
    /// </summary>
    public Observed<DateTimeOffset?> CreatedAt => State.Type != "qemu" ? Observation.Known<DateTimeOffset?>(null) : State.Config.Select(config =>
    {
        var ctime = config.GetValueOrDefault("meta")?.Split(',').FirstOrDefault(part => part.StartsWith("ctime=", StringComparison.Ordinal));
        return ctime is not null && long.TryParse(ctime.AsSpan("ctime=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : (DateTimeOffset?)null;
    });

    /// <summary>Whether it was made so recently that its first backup is not due yet.</summary>
    public Observed<bool> IsYoung => CreatedAt.Then(created => Tier.Select(tier => created is { } at && tier is not null && asOf - at < tier.LongestGap));

    /// <summary>The agent setting as written; known and null when not set.</summary>
    public Observed<string?> AgentText => State.Config.Select(config => config.GetValueOrDefault("agent"));

    public Observed<bool> HasAgent => Agent.Select(agent => agent.IsEnabled);

    public Observed<bool> FreezesOnBackup => Agent.Select(agent => agent.IsEnabled && agent.FreezesOnBackup);

    private Observed<AgentSetting> Agent => State.Type == "qemu"
        ? AgentText.Select(AgentSetting.Parse)
        : Observation.Known(AgentSetting.Parse(null));

    private static bool KeepsLess(RetentionFacts one, RetentionFacts other)
        => !one.KeepsEverything && (other.KeepsEverything || Sum(one) < Sum(other));

    private static long Sum(RetentionFacts retention) => retention.Daily + retention.Weekly + retention.Monthly;
}
