using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Drafts one tier of the guests and jobs that are its own.</summary>
internal sealed class TierDrafter(int level, ImmutableArray<GuestStanding> guests, ImmutableArray<GuestGroup> groups, ImmutableArray<JobClaim> jobs)
{
    private readonly ImmutableArray<GuestGroup> own = [.. groups.Where(group => group.Level == level)];

    private readonly ImmutableArray<JobClaim> working = [.. jobs.Where(job => job.Job.Idle is null)];

    public TierDraft Draft()
    {
        var schedule = Schedule();
        var keep = Keep();
        return new TierDraft
        {
            Level = level,
            Tags = [.. own.Where(group => !group.IsPool).Select(group => new Drafted(group.Name, group.Note))],
            Pools = [.. own.Where(group => group.IsPool).Select(group => new Drafted(group.Name, group.Note))],
            VmIds = [.. guests.Where(guest => !own.Any(group => group.Guests.Contains(guest))).Select(ByItself)],
            Jobs = [.. jobs.Select(job => new Drafted(job.Job.State.Id, job.Note))],
            Services = [.. guests.Select(Service).OfType<Drafted>()],
            Schedule = schedule.Demand,
            ScheduleNote = schedule.Note,
            Keep = keep.Demand,
            KeepNotes = keep.Notes,
        };
    }

    private static Drafted ByItself(GuestStanding guest) => new(
        guest.Guest.State.VmId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        guest.Named is not null ? $"guessed: {guest.Words}, from its tags and pool, which no policy can name"
        : guest.ByJob is not null ? $"guessed: {guest.Words}, from a job that selects it and is named for this tier"
        : guest.Cadence.Match(
            cadence => $"guessed: {guest.Words}, from how often it is saved ({TierPlan.WordOf(cadence!.Value)})",
            gap => $"unreadable: {guest.Words}, how often it is saved: {gap}; so it is in the strictest tier of guests"));

    private static Drafted? Service(GuestStanding guest)
        => guest.Guest.State.Name is { } name && TextForms.GuestName.Fits(name) && ServiceNames.Of(name) is { } service ? new Drafted(name, service) : null;

    private (Cadence Demand, string? Note) Schedule()
    {
        var floor = RunbookTable.Schedule(level);
        var live = working.Where(job => job.Job.Schedule.Event is not null)
            .Select(job => (job.Job, Cadence: CadenceOf(job.Job.Schedule.Event!)))
            .ToList();
        var guessed = guests.Where(guest => guest.Named is null)
            .Select(guest => guest.Cadence.Match(cadence => cadence ?? Cadence.OnDemand, _ => Cadence.Daily))
            .Aggregate(floor, Frequency.Stricter);
        if (live.Count == 0)
        {
            return (guessed, guests.IsEmpty ? null : "live: no enabled job of this tier runs" + (guessed == Cadence.OnDemand ? "" : "; check judges its guests by this all the same"));
        }

        var often = live.Select(job => job.Cadence).Aggregate(Frequency.Stricter);
        var demand = Frequency.Stricter(guessed, often);
        var words = string.Join(", ", live.Select(job => $"{job.Job.State.Schedule} (job {Words.Quoted(job.Job.State.Id)})"));
        return (demand, demand != often ? $"live: {TierPlan.WordOf(often)} at best, by {words}; the demand stays, and check reports it"
            : live.Exists(job => job.Cadence != demand) ? $"live: {words}; not each of them keeps this, and check reports guests that are saved too seldom"
            : demand != floor ? $"guessed: from {words}; the runbook demands {TierPlan.WordOf(floor)}"
            : $"live: {words}");
    }

    private static Cadence CadenceOf(CalendarEvent schedule)
        => ScheduleGaps.Of(schedule, TimeZoneInfo.Utc, SomeDay) is { Ends: false, Longest: { } gap } ? Frequency.Of(gap) : Cadence.Monthly;

    private (KeepOptions Demand, ImmutableArray<string> Notes) Keep()
    {
        var demand = RunbookTable.Keep(level);
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var job in working)
        {
            var (retention, id) = (job.Job.Retention, Words.Quoted(job.Job.State.Id));
            if (retention.Unreadable is { } gap)
            {
                notes.Add($"unreadable: what job {id} keeps: {gap}; this is the runbook's");
                continue;
            }

            var (live, floor) = (retention.Value!, RunbookTable.Keep(level));
            if (live.KeepsEverything)
            {
                notes.Add($"live: job {id} keeps {live.Text}; no retention is no promise, so check reports it");
                continue;
            }

            var isLess = live.Daily < floor.Daily || live.Weekly < floor.Weekly || live.Monthly < floor.Monthly;
            var isMore = live.Daily > floor.Daily || live.Weekly > floor.Weekly || live.Monthly > floor.Monthly;
            demand = new KeepOptions
            {
                Daily = Math.Max(demand.Daily, live.Keep.Daily),
                Weekly = Math.Max(demand.Weekly, live.Keep.Weekly),
                Monthly = Math.Max(demand.Monthly, live.Keep.Monthly),
            };
            notes.Add($"{(isMore ? "guessed" : "live")}: {live.Text} (job {id})"
                + (isLess ? "; less than the runbook demands, so check reports it" : "")
                + (isMore ? "; more than the runbook demands" : ""));
        }

        return (demand, notes.ToImmutable());
    }

    /// <summary>A calendar repeats, so a cadence can be told from any day; a fixed one makes a draft the same on every day.</summary>
    private static readonly DateTimeOffset SomeDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
