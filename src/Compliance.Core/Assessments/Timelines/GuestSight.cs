using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>
/// What can be known of one guest's past: when it was certainly saved, which runs failed, which may have saved it, and from when on
/// nothing is missing. Every doubt is on the side of not knowing.
/// </summary>
internal sealed class GuestSight
{
    /// <summary>An archive's name is made right after its task began; clocks of listings are whole seconds.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMinutes(1);

    /// <summary>A run that nobody could see may have begun in a window that closed so shortly before.</summary>
    private static readonly TimeSpan NotOverYet = TimeSpan.FromDays(1);

    private readonly GuestFacts guest;
    private readonly Estate estate;

    public GuestSight(Estate estate, GuestFacts guest, DateTimeOffset from)
    {
        this.guest = guest;
        this.estate = estate;
        MadeAt = guest.CreatedAt is { IsKnown: true, Value: { } made } ? made : null;
        var runs = guest.Runs.Since(from).Where(run => run.Task.StartedAt <= estate.AsOf && (MadeAt is not { } at || run.Task.StartedAt >= at)).ToList();
        Failures = [.. runs.Where(run => run.Effect is { IsKnown: true, Value: RunEffect.Failed }).Select(run => run.Task.StartedAt)];
        var told = runs.Where(run => run.Effect is { IsKnown: true, Value: RunEffect.Failed or RunEffect.Saved }).ToList();
        ThereSince = IsOnlyNode ? DateTimeOffset.MinValue : Earliest([.. told.Where(run => run.Node == guest.State.Node).Select(run => run.Task.StartedAt), .. LocalPoints()]);
        HeardOf = MadeAt ?? Earliest([.. guest.History.Points.Select(point => point.CreatedAt), .. told.Select(run => run.Task.StartedAt)]);
        Saves = [.. guest.History.Points.Where(point => point.CreatedAt <= estate.AsOf).Select(point => new GuestSave(point.CreatedAt, IsPresent: true, IsScheduled: false, point.IsProtected))
            .Concat(runs.Where(IsSave).Where(run => !IsListed(run.Task)).Select(run => new GuestSave(run.Task.StartedAt, IsPresent: false, run.IsScheduled, IsProtected: false)))
            .OrderBy(save => save.Time)];
        Doubts = [.. runs.Where(IsDoubt).Select(run => run.Task.StartedAt), .. Running()];
    }

    /// <summary>When it was made; null when it does not say, or nobody could read it.</summary>
    public DateTimeOffset? MadeAt { get; }

    /// <summary>The first that is certain of it; null when nothing is. Windows before may be those of a guest that was not there.</summary>
    public DateTimeOffset? HeardOf { get; }

    /// <summary>From when on it is known to be on its node; null when that cannot be told. That it went away and came back is not considered.</summary>
    public DateTimeOffset? ThereSince { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<GuestSave> Saves { get; }

    public IReadOnlyList<DateTimeOffset> Failures { get; }

    /// <summary>Starts of runs that may have saved it, or may still.</summary>
    public IReadOnlyList<DateTimeOffset> Doubts { get; }

    /// <summary>After this moment nothing was seen.</summary>
    public DateTimeOffset Seen => estate.AsOf < estate.Inventory.CollectedAt ? estate.AsOf : estate.Inventory.CollectedAt;

    /// <summary>Why restore points may be missing; null when all were listed.</summary>
    public Gap? Unlisted => guest.History.Count.Unreadable;

    /// <summary>Whether every run of its node since a moment is on record.</summary>
    public bool IsRecordedSince(DateTimeOffset from)
        => guest.Runs.RecordedSince is { IsKnown: true, Value: var since } && from > since;

    /// <summary>Whether nothing was saved in a window that no save is known in: by the record of runs, or by restore points that would still be there.</summary>
    public bool IsProvenMissed(PromisedWindow window)
    {
        if (window.Closes > Seen || HeardOf is not { } heard || window.Due < heard || Unlisted is not null || Doubts.Any(at => at >= window.Opens && at <= window.Closes))
        {
            return false;
        }

        if (window.Closes > Seen - NotOverYet && estate.Nodes.Any(node => !node.State.ActiveTasks.IsKnown))
        {
            return false;
        }

        return (ThereSince <= window.Opens && IsRecordedSince(window.Opens)) || WouldBeListed(window);
    }

    /// <summary>Whether all saves since this one are known, so that what pruning makes of it can be computed.</summary>
    public bool KnowsAllSince(DateTimeOffset time)
        => Unlisted is null && ThereSince <= time && IsRecordedSince(time) && !Doubts.Any(at => at >= time);

    // Between restore points that retention keeps one by one, and after the newest, a hole is a run that did not save.
    private bool WouldBeListed(PromisedWindow window)
        => guest.KeptOneByOne is { IsKnown: true, Value: var kept }
            && guest.History.Points.Any(point => point.CreatedAt <= window.Opens)
            && guest.History.Points.Count(point => point.CreatedAt > window.Closes) < kept;

    private bool IsOnlyNode => estate.Inventory.Nodes is { Hidden: null, Rows.Length: 1 };

    private bool IsSave(SeenRun run) => run.Effect is { IsKnown: true, Value: RunEffect.Saved } || (IsByItsJob(run) && IsThere(run));

    // What other nodes did for their guests is no doubt about one that was here.
    private bool IsDoubt(SeenRun run) => (!run.Effect.IsKnown || IsByItsJob(run))
        && !IsSave(run) && (run.Node == guest.State.Node || !(ThereSince <= run.Task.StartedAt));

    private static bool IsByItsJob(SeenRun run) => run.Effect is { IsKnown: true, Value: RunEffect.SavedByItsJob };

    private bool IsThere(SeenRun run) => run.Node == guest.State.Node && ThereSince <= run.Task.StartedAt && HeardOf <= run.Task.StartedAt;

    // Not among the finished ones, and its archive is not there before its end.
    private IEnumerable<DateTimeOffset> Running()
        => from node in estate.Nodes
           from task in node.State.ActiveTasks.Match(tasks => tasks, _ => [])
           where task.Type == "vzdump" && (task.VmId is not { } only || only == guest.State.VmId)
           select task.StartedAt;

    private bool IsListed(TaskState task) => guest.History.Points.Any(point
        => point.CreatedAt >= task.StartedAt - Rounding && point.CreatedAt <= (task.EndedAt ?? task.StartedAt) + Rounding);

    // A storage of its own lists what its own node wrote.
    private IEnumerable<DateTimeOffset> LocalPoints()
    {
        var local = estate.Inventory.Backups
            .Where(listing => listing.Node == guest.State.Node)
            .Select(listing => listing.Storage)
            .Where(id => estate.Inventory.Storages.Rows.FirstOrDefault(storage => storage.Id == id) is { IsShared: false, Type: not "pbs" })
            .ToHashSet(StringComparer.Ordinal);
        return guest.History.Points.Where(point => local.Contains(point.StorageId)).Select(point => point.CreatedAt);
    }

    private static DateTimeOffset? Earliest(IReadOnlyCollection<DateTimeOffset> moments) => moments.Count == 0 ? null : moments.Min();
}
