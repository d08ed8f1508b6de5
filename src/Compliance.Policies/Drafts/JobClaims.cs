using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;

namespace Compliance.Policies;

/// <summary>
/// Which tier claims which job. A job that its own names give to a tier is that tier's, whatever is wrong with it; any other one must
/// work, and write to the primary target. What is left is no tier's, so that <c>check</c> reports it instead of a draft blessing it.
/// </summary>
internal sealed class JobClaims(string target, ImmutableArray<GuestStanding> guests, ImmutableArray<int> levels)
{
    private readonly Dictionary<int, GuestStanding> standings = guests.ToDictionary(guest => guest.VmId);

    public JobClaim Of(JobFacts job)
    {
        var id = job.State.Id;
        if (!TextForms.JobGlob.Fits(id) || id.AsSpan().ContainsAny('*', '?'))
        {
            return Left(job, job.State.IsLegacy ? "it is of the old vzdump.cron, whose jobs have no name to claim them by" : "its id is none that a policy can name");
        }

        if (TierNames.SpokenOf(job.State) is { } named && levels.Contains(named))
        {
            return new JobClaim(job, named, $"guessed: from its id, comment or pool{(job.Idle is { } idle ? $"; live: {idle.Text}" : "")}");
        }

        return WhyNot(job) is { } reason ? Left(job, reason) : ByGuests(job);
    }

    private JobClaim ByGuests(JobFacts job)
    {
        if (job.SelectedGuests.Unreadable is { } gap)
        {
            return Left(job, $"unreadable: {gap}");
        }

        var saved = job.SelectedGuests.Value.Select(guest => standings[guest.State.VmId].Level).OfType<int>().Distinct().Order().ToList();
        if (saved.Count == 0)
        {
            return Left(job, "it saves no guest of a tier");
        }

        var also = saved.Count > 1 ? $"; it also saves guests of tier {string.Join(" and ", saved.Skip(1))}" : "";
        return new JobClaim(job, saved[0], $"guessed: from the guests it saves{also}");
    }

    private string? WhyNot(JobFacts job)
    {
        if (job.Idle is { } idle)
        {
            return idle.Text;
        }

        if ((job.Target.Unreadable ?? job.TargetFault.Unreadable) is { } gap)
        {
            return $"unreadable: {gap}";
        }

        return job.TargetFault.Value is { } fault ? fault
            : job.Target.Value!.Value != target ? $"it writes to {Words.Quoted(job.Target.Value.Value)}, not to {Words.Quoted(target)}"
            : null;
    }

    private static JobClaim Left(JobFacts job, string reason) => new(job, null, $"job {Words.Quoted(job.State.Id)}: {reason}");
}
