using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What differs between an earlier inventory and this one in target, retention and schedule, and is written down nowhere. Pure: both
/// sides are estates under today's policy, so effective values are compared, wherever they are set.
/// </summary>
public sealed class ChangeFacts
{
    /// <summary>Records name days rather than seconds, and clocks differ: a record counts that is this close to the time between the two collections.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private readonly Estate now;
    private readonly Estate? before;

    /// <param name="before">the earlier estate; null when none was given</param>
    internal ChangeFacts(Estate now, Estate? before)
    {
        this.now = now;
        this.before = before;
    }

    /// <summary>Without an earlier inventory nothing can be compared, and nothing is passed.</summary>
    public bool HasPrevious => before is not null;

    /// <summary>Backup targets, each <c>job/ID: local-backup, now tank</c>.</summary>
    public Observed<ImmutableArray<string>> Targets => OfJobs(ChangeTopic.Target, job => job.Target.Select(target => target!.Value));

    /// <summary>Retention that jobs really prune by, and that storages set.</summary>
    public Observed<ImmutableArray<string>> Retentions => OfJobs(ChangeTopic.Retention, job => job.Retention.Select(kept => kept!.Text))
        .Then(jobs => OfStorages().Select(storages => jobs.AddRange(storages)));

    /// <summary>Schedules, and jobs that were enabled or disabled.</summary>
    public Observed<ImmutableArray<string>> Schedules => OfJobs(
        ChangeTopic.Schedule,
        job => Observation.Known($"{job.State.Schedule ?? "no schedule"}{(job.State.IsEnabled ? "" : ", disabled")}"));

    private Observed<ImmutableArray<string>> OfJobs(ChangeTopic topic, Func<JobFacts, Observed<string>> setting)
    {
        var changes = ImmutableArray.CreateBuilder<string>();
        if (before is null)
        {
            return Observation.Known(changes.ToImmutable());
        }

        if ((now.Inventory.Jobs.Hidden ?? before.Inventory.Jobs.Hidden) is { } hidden)
        {
            return Observation.Unreadable<ImmutableArray<string>>(hidden);
        }

        var ids = before.Jobs.Concat(now.Jobs).Select(job => job.State.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var was = before.Jobs.FirstOrDefault(job => job.State.Id == id);
            var job = now.Jobs.FirstOrDefault(job => job.State.Id == id);
            if (topic == ChangeTopic.Retention && (was is null || job is null))
            {
                continue; // a job that came or went is a change of target and schedule; it had, or has, no other retention
            }

            var (old, current) = (Value(was, setting), Value(job, setting));
            if ((old.Unreadable ?? current.Unreadable) is { } gap)
            {
                return Observation.Unreadable<ImmutableArray<string>>(gap);
            }

            if (old.Value != current.Value && !IsDocumented(topic, [.. SubjectsOf(was), .. SubjectsOf(job)]))
            {
                changes.Add($"job/{id}: {old.Value}, now {current.Value}");
            }
        }

        return Observation.Known(changes.ToImmutable());
    }

    private Observed<ImmutableArray<string>> OfStorages()
    {
        if (before is null)
        {
            return Observation.Known(ImmutableArray<string>.Empty);
        }

        if ((now.Inventory.Storages.Hidden ?? before.Inventory.Storages.Hidden) is { } hidden)
        {
            return Observation.Unreadable<ImmutableArray<string>>(hidden);
        }

        var old = before.Inventory.Storages.Rows.ToDictionary(storage => storage.Id, StringComparer.Ordinal);
        return Observation.Known(now.Inventory.Storages.Rows
            .Where(storage => old.TryGetValue(storage.Id, out var was) && was.PruneBackups != storage.PruneBackups && !IsDocumented(ChangeTopic.Retention, [$"storage/{storage.Id}"]))
            .Select(storage => $"storage/{storage.Id}: {old[storage.Id].PruneBackups ?? "not set"}, now {storage.PruneBackups ?? "not set"}")
            .ToImmutableArray());
    }

    private static Observed<string> Value(JobFacts? job, Func<JobFacts, Observed<string>> setting)
        => job is null ? Observation.Known("no such job") : setting(job);

    // A record may speak of the job itself, of the storage it writes to, or of the tier that claims it.
    private static IEnumerable<string> SubjectsOf(JobFacts? job) => job is null ? [] :
    [
        $"job/{job.State.Id}",
        .. job.ClaimedBy.Select(tier => $"tier/{tier.Level}"),
        .. job.Target is { IsKnown: true, Value: { } target } ? (string[])[$"storage/{target.Value}"] : [],
    ];

    private bool IsDocumented(ChangeTopic topic, IReadOnlyCollection<string> subjects) => now.Policy.Changes.Any(record =>
        record.What.Value == topic
        && subjects.Contains(record.Subject.Value, StringComparer.Ordinal)
        && record.Touches(before!.Inventory.CollectedAt - Tolerance, now.Inventory.CollectedAt + Tolerance));
}
