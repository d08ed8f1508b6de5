using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The jobs and storages of an earlier inventory and of this one, side by side in target, retention and schedule. Pure: both sides
/// are estates under today's policy, so effective values are compared, wherever they are set.
/// </summary>
public sealed class ChangeFacts
{
    /// <summary>Records name days rather than seconds, and clocks differ: a record counts that is this close to the time between the two collections.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private const string Missing = "no such job";

    private readonly Estate now;
    private readonly Estate? before;
    private readonly Lazy<ImmutableArray<ComparedFacts>> compared;

    /// <param name="before">the earlier estate; null when none was given</param>
    internal ChangeFacts(Estate now, Estate? before)
    {
        this.now = now;
        this.before = before;
        compared = new(() => [.. Jobs(), .. Storages()]);
    }

    /// <summary>Without an earlier inventory nothing can be compared, and nothing is passed.</summary>
    public bool HasPrevious => before is not null;

    /// <summary>The earlier inventory; null when none was given.</summary>
    public Inventory? Previous => before?.Inventory;

    /// <summary>
    /// Jobs by id, then storages by id. Where either inventory may hide some, one more stands for them, of which nothing is known:
    /// nothing is documented by not looking.
    /// </summary>
    public ImmutableArray<ComparedFacts> Compared => compared.Value;

    private IEnumerable<ComparedFacts> Jobs()
    {
        foreach (var id in Ids(estate => estate.Jobs.Select(job => job.State.Id)))
        {
            yield return Job(id, before?.Jobs.FirstOrDefault(job => job.State.Id == id), now.Jobs.FirstOrDefault(job => job.State.Id == id));
        }

        if (HiddenIn(estate => estate.Inventory.Jobs.Hidden) is { } gap)
        {
            yield return Hidden("job", gap);
        }
    }

    private IEnumerable<ComparedFacts> Storages()
    {
        foreach (var id in Ids(estate => estate.Inventory.Storages.Rows.Select(storage => storage.Id)))
        {
            yield return Storage(id, StorageOf(before, id), StorageOf(now, id));
        }

        if (HiddenIn(estate => estate.Inventory.Storages.Hidden) is { } gap)
        {
            yield return Hidden("storage", gap);
        }
    }

    private ComparedFacts Job(string id, JobFacts? was, JobFacts? job)
    {
        var tier = (job ?? was)!.Tier is { IsKnown: true, Value: { } found } ? found.Level : (int?)null;
        var (wasThere, isThere) = (IsThere(was, before?.Inventory.Jobs.Hidden), IsThere(job, now.Inventory.Jobs.Hidden));
        string[] subjects = [.. SubjectsOf(was), .. SubjectsOf(job)];
        ComparedSetting Setting(ChangeTopic topic, Func<JobFacts, Observed<string>> read)
            => Compare(topic, subjects, wasThere.Then(_ => was is null ? Observation.Known(Missing) : read(was)), isThere.Then(_ => job is null ? Observation.Known(Missing) : read(job)));

        return new ComparedFacts(new Subject(SubjectKind.Job, $"job/{id}", (job ?? was)!.State.Comment, tier), wasThere, isThere)
        {
            Kind = "job",
            Target = Setting(ChangeTopic.Target, one => one.Target.Select(target => target!.Value)),
            Retention = Setting(ChangeTopic.Retention, one => one.Retention.Select(kept => kept!.Text)),
            Schedule = Setting(ChangeTopic.Schedule, one => Observation.Known(ScheduleOf(one.State))),
        };
    }

    private ComparedFacts Storage(string id, StorageState? was, StorageState? storage)
    {
        var (wasThere, isThere) = (IsThere(was, before?.Inventory.Storages.Hidden), IsThere(storage, now.Inventory.Storages.Hidden));
        static string Text(StorageState? one) => one is null ? "no such storage" : one.PruneBackups ?? "not set";
        return new ComparedFacts(new Subject(SubjectKind.Storage, $"storage/{id}"), wasThere, isThere)
        {
            Kind = "storage",
            Retention = Compare(ChangeTopic.Retention, [$"storage/{id}"], wasThere.Select(_ => Text(was)), isThere.Select(_ => Text(storage))),
        };
    }

    private ComparedFacts Hidden(string kind, Gap gap)
    {
        var (nothing, isThere) = (ComparedSetting.Hidden(gap), Observation.Unreadable<bool>(gap));
        return new ComparedFacts(new Subject(SubjectKind.Estate, "estate", now.Inventory.Name), isThere, isThere)
        {
            Kind = kind,
            Target = nothing,
            Retention = nothing,
            Schedule = nothing,
        };
    }

    private ComparedSetting Compare(ChangeTopic topic, IReadOnlyCollection<string> subjects, Observed<string> was, Observed<string> isNow)
    {
        if (before is null)
        {
            return ComparedSetting.None;
        }

        var records = new ChangeRecords(now.Policy.Changes, before.Inventory.CollectedAt, now.Inventory.CollectedAt);
        return new ComparedSetting(was, isNow, was.Then(old => isNow.Select(current => records.FaultOf(topic, subjects, old!, current!))));
    }

    private IEnumerable<string> Ids(Func<Estate, IEnumerable<string>> of)
        => (before is null ? [] : of(before)).Concat(of(now)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private Gap? HiddenIn(Func<Estate, Gap?> list) => list(now) ?? (before is null ? null : list(before));

    private static StorageState? StorageOf(Estate? estate, string id) => estate?.Inventory.Storages.Rows.FirstOrDefault(storage => storage.Id == id);

    // What a list does not have may be hidden in it.
    private static Observed<bool> IsThere(object? found, Gap? hidden)
        => found is null && hidden is not null ? Observation.Unreadable<bool>(hidden) : Observation.Known(found is not null);

    private static string ScheduleOf(JobState job) => $"{job.Schedule ?? "no schedule"}, {(job.IsEnabled ? "enabled" : SettingValue.Disabled)}";

    // A record may speak of the job itself, of the storage it writes to, or of the tier that claims it.
    private static IEnumerable<string> SubjectsOf(JobFacts? job) => job is null ? [] :
    [
        $"job/{job.State.Id}",
        .. job.ClaimedBy.Select(tier => $"tier/{tier.Level}"),
        .. job.Target is { IsKnown: true, Value: { } target } ? (string[])[$"storage/{target.Value}"] : [],
    ];
}
