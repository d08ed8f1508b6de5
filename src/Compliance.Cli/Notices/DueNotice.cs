using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Notices;

/// <summary>What a channel is told of a run, if anything.</summary>
internal static class DueNotice
{
    /// <param name="isKept">whether the history could keep the run; when it could not, nobody knows what changed, and everybody is told</param>
    /// <returns>null when there is nothing to tell</returns>
    public static Notice? Of(NoticeChannel channel, Assessment shown, HistoryRun? run, bool isKept)
    {
        var told = run is null ? null : ToldState.Last(shown.History!, run, channel.Name);
        var isDue = channel.When switch
        {
            NoticeOccasion.Always => true,
            NoticeOccasion.Drift => shown.Gate != Outcome.Compliant,
            _ => !isKept || (run, told) switch
            {
                (null, _) => shown.Gate != Outcome.Compliant || shown.Baseline is { New: > 0 },
                (_, null) => true,
                ({ } now, { } before) => ToldState.Differ(before, now),
            },
        };
        return isDue ? NoticeBuilder.Of(shown, told?.Gate, told is null ? null : ToldState.Since(shown.History!, told, run!)) : null;
    }
}
