using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What runs on the node a guest is on did for it, and what the next one will do.</summary>
internal sealed class GuestRuns(
    GuestFacts guest, BackupRuns? runs, ImmutableArray<BackupRuns> everywhere, RunEffects effects, Observed<TimeZoneInfo> zone, DateTimeOffset asOf)
{
    /// <summary>The zone of its node, in which its days are counted.</summary>
    public Observed<TimeZoneInfo> Zone => zone;

    /// <summary>Later runs of its node are all on record; see <see cref="BackupRuns.RecordedSince"/>.</summary>
    public Observed<DateTimeOffset> RecordedSince => runs is null
        ? Observation.Unreadable<DateTimeOffset>(new Gap($"/nodes/{guest.State.Node}/tasks", "nobody saw the node"))
        : runs.RecordedSince;

    /// <summary>The runs of every node that were for it or may have been, in no order that means anything.</summary>
    public IEnumerable<SeenRun> Since(DateTimeOffset from)
        => from node in everywhere
           from run in node.NewestFirst.Match(all => all, _ => [])
           where run.Task.StartedAt >= @from
           let effect = effects.Of(run, node.Node, guest)
           where effect is not { IsKnown: true, Value: RunEffect.None }
           select new SeenRun(node.Node, run.Task, effect, effects.IsScheduled(run, node.Node, guest));

    /// <summary>
    /// How many runs failed for it since its newest restore point; a run that saved it would have made a newer one. Unreadable when
    /// none is seen but one may be hidden, was rotated away, or does not tell whom it hit.
    /// </summary>
    public Observed<long> FailedSinceNewest() => guest.History.Newest.Then(newest =>
    {
        if (runs?.NewestFirst is not { IsKnown: true, Value: var all })
        {
            return Observation.Unreadable<long>(runs?.NewestFirst.Unreadable ?? new Gap($"/nodes/{guest.State.Node}/tasks", "nobody saw the node"));
        }

        var hits = all.Where(r => r.IsFailure && (newest is not { } at || r.Task.StartedAt > at)).Select(Hit).ToList();
        var failed = hits.Count(hit => hit is { IsKnown: true, Value: true });
        var unsure = hits.Select(hit => hit.Unreadable).FirstOrDefault(gap => gap is not null)
            ?? runs.BlindSince(newest ?? DateTimeOffset.MinValue);
        return failed == 0 && unsure is not null ? Observation.Unreadable<long>(unsure) : Observation.Known<long>(failed);
    });

    /// <summary>Whether its newest restore point is still there after the next run; see <see cref="NextPrune"/>.</summary>
    public Observed<bool> NewestSurvivesNext() => NextPrune.KeepsNewest(guest, zone, asOf);

    /// <summary>Whether its newest restore point is whole; see <see cref="NewestSoundness"/>.</summary>
    public Observed<bool> NewestIsSound() => NewestSoundness.Of(guest, runs);

    /// <summary>
    /// In bytes, as the storage tells it to this token, else as the run that made its newest restore point logged it; known and null
    /// when there is none.
    /// </summary>
    public Observed<long?> NewestLoggedSize() => guest.History.NewestPoint.Then(newest =>
    {
        if (newest is null)
        {
            return Observation.Known<long?>(null);
        }

        if (newest.Size.IsKnown)
        {
            return Observation.Known<long?>(newest.Size.Value);
        }

        var name = newest.VolumeId[(newest.VolumeId.LastIndexOf('/') + 1)..];
        var logged = runs?.NewestFirst.Match(all => all, _ => [])
            .SelectMany(run => run.Log?.Guests ?? [])
            .FirstOrDefault(g => g.VmId == newest.VmId && g.Archive is { } path && path.EndsWith("/" + name, StringComparison.Ordinal))?.Size;
        return logged is not null
            ? Observation.Known(logged)
            : Observation.Unreadable<long?>(new Gap($"/nodes/{guest.State.Node}/tasks/ID/log", "no log that was read tells the size of the newest restore point"));
    });

    private Observed<bool> Hit(BackupRun run) => effects.Of(run, guest.State.Node, guest).Select(effect => effect is RunEffect.Failed);
}
