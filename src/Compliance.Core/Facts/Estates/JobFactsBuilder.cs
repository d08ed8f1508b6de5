using System.Collections.Immutable;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Each job with the guests it selects (see <see cref="JobSelection"/>) and the nodes it runs on.</summary>
internal sealed class JobFactsBuilder(EstateSources sources, ImmutableArray<GuestFacts> guests, ImmutableArray<TierFacts> tiers, Policy policy, DateTimeOffset asOf)
{
    private readonly Dictionary<int, GuestFacts> byVmId = guests.ToDictionary(g => g.State.VmId);
    private readonly ImmutableArray<GuestPlace> places = [.. guests.Select(g => new GuestPlace(g.State.VmId, g.State.Node))];
    private readonly Dictionary<string, ImmutableArray<int>> pools = guests
        .Where(g => g.State.Pool is { IsKnown: true, Value: not null })
        .GroupBy(g => g.State.Pool.Value!, g => g.State.VmId, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    public ImmutableArray<JobFacts> Build() => [.. sources.Inventory.Jobs.Rows.Select(Build)];

    private JobFacts Build(JobState state)
    {
        var claimedBy = tiers.Where(t => t.Declared.Jobs.Any(glob => Glob.IsMatch(state.Id, glob.Value))).ToImmutableArray();
        var facts = new JobFacts(state, ScheduleOf(state), claimedBy, sources, policy);
        var selection = SelectionOf(state);
        facts.Guests = selection.Select(s => s.ByNode.Values.SelectMany(ids => ids).Order().Select(id => byVmId[id]).ToImmutableArray());
        facts.MissingGuests = selection.Then(Missing);
        facts.Nodes = NodesOf(state, facts.Guests);
        return facts;
    }

    // Only a pool's members can be hidden: a guest named by its id, or by all, is certain once it is seen.
    private Observed<JobSelection> SelectionOf(JobState job)
        => job.Pool is not null && guests.Select(g => g.State.Pool.Unreadable).FirstOrDefault(gap => gap is not null) is { } hidden
            ? Observation.Unreadable<JobSelection>(hidden)
            : Observation.Known(JobSelection.Of(ScopeOf(job), places, pools));

    private static JobScope ScopeOf(JobState job) => new()
    {
        All = job.All,
        Exclude = string.Join(',', job.Exclude),
        Vmid = string.Join(',', job.VmIds),
        Pool = job.Pool,
        Node = job.Node,
    };

    // An id that no guest has may be a guest that the token may not see.
    private Observed<ImmutableArray<int>> Missing(JobSelection selection)
        => selection.Missing.IsEmpty || sources.Inventory.Guests.Hidden is not { } gap
            ? Observation.Known(selection.Missing)
            : Observation.Unreadable<ImmutableArray<int>>(gap);

    // A job is exposed to the defaults of the nodes its guests are on; without guests, to those of every node it may run on.
    private ImmutableArray<JobOnNode> NodesOf(JobState job, Observed<ImmutableArray<GuestFacts>> selected)
    {
        var names = selected.IsKnown && !selected.Value.IsEmpty
            ? selected.Value.Select(g => g.State.Node)
            : sources.Inventory.Nodes.Rows.Select(n => n.Name).Where(n => job.Node is null || job.Node == n);
        return [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(n => new JobOnNode(job, n, sources))];
    }

    private JobSchedule ScheduleOf(JobState job)
    {
        if (job.Schedule is null)
        {
            return new JobSchedule(null, "it has no schedule");
        }

        var parsed = CalendarEvent.Parse(job.Schedule);
        if (parsed.Event is null)
        {
            return new JobSchedule(null, $"its schedule \"{job.Schedule}\" cannot be read ({parsed.Error!.Message})");
        }

        var fault = parsed.Event.Next(asOf, TimeZoneInfo.Utc) is null ? "never fires"
            : parsed.Event.IsFinite ? "ends with the year it names"
            : null;
        return new JobSchedule(parsed.Event, fault is null ? null : $"its schedule \"{job.Schedule}\" {fault}");
    }
}
