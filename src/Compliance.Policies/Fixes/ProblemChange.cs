using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Compares what lint says before and after a change. Changes never move a line, so problems are the same by code, line and message.</summary>
internal static class ProblemChange
{
    /// <summary>
    /// Problems between settings, and between files. They are looked for only once everything can be read, so an error that goes away
    /// uncovers them; a change of one word's spelling does not make them. Of all other problems none may be new.
    /// </summary>
    private static readonly FrozenSet<string> Uncovered = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. new[]
            {
                ProblemCodes.DuplicateTier, ProblemCodes.DuplicateStorage, ProblemCodes.TiersOverlap, ProblemCodes.StorageUndescribed, ProblemCodes.HostPathsMismatch,
                ProblemCodes.RetentionKeepsNothing, ProblemCodes.PhaseWithoutPbs, ProblemCodes.ReferenceMissing, ProblemCodes.UnknownRule,
                ProblemCodes.DuplicateRuleSetting, ProblemCodes.SettingWithoutEffect, ProblemCodes.RuleCannotBeWeakened, ProblemCodes.DuplicateRuleId,
                ProblemCodes.UnknownClause, ProblemCodes.DuplicateFault, ProblemCodes.RuleForNothing, ProblemCodes.RuleFileName, ProblemCodes.DuplicateCase, ProblemCodes.PathLeadsNowhere,
                ProblemCodes.DatesReversed, ProblemCodes.EvidenceTierUnknown, ProblemCodes.AttestedClauseUnknown,
                ProblemCodes.WaiverEndsBeforeItBegins, ProblemCodes.WaiverTooLong, ProblemCodes.RuleNotWaivable, ProblemCodes.WaiverOfEverything,
                ProblemCodes.WaiverWithoutEffect, ProblemCodes.DuplicateWaiver, ProblemCodes.TooManyWaivers,
                ProblemCodes.DuplicateChange, ProblemCodes.ChangeWindowTurned, ProblemCodes.ChangeSubjectMismatch, ProblemCodes.ChangeOfUnknownTier,
                ProblemCodes.RunbookNotAccepted, ProblemCodes.RunbookChanged, ProblemCodes.RunbookClauseNotFound, ProblemCodes.RunbookMarkerUnknown,
                ProblemCodes.CalendarNeverFires, ProblemCodes.CalendarTooOften, ProblemCodes.CalendarTooSeldom, ProblemCodes.KeepNeverDecides,
                ProblemCodes.KeepMeansOther, ProblemCodes.LowerTierKeepsMore, ProblemCodes.NoFallbackToStop, ProblemCodes.CompressionOnPbs,
                ProblemCodes.DemandOnPbs, ProblemCodes.NoPlaceForLocalCopy, ProblemCodes.GraceTooLong, ProblemCodes.CalendarOnDemand,
                ProblemCodes.PatternsOverlap, ProblemCodes.SuppressionOfUnknown, ProblemCodes.NotSuppressible, ProblemCodes.SuppressionUnused,
            }.Select(code => code.Code),
        ]);

    /// <returns>null when the wanted problems are gone and none is new; else what is wrong</returns>
    public static string? Refusal(ImmutableArray<Problem> before, ImmutableArray<Problem> after, IReadOnlyCollection<Problem> wanted)
    {
        var left = Count(before);
        foreach (var problem in wanted)
        {
            left[KeyOf(problem)]--;
        }

        foreach (var problem in after)
        {
            if (Uncovered.Contains(problem.Code))
            {
                continue;
            }

            var key = KeyOf(problem);
            if (left.GetValueOrDefault(key) <= 0)
            {
                return wanted.Any(one => KeyOf(one) == key)
                    ? "the problem would stay"
                    : $"then {problem.Code} would follow at {problem.Place}: {problem.Message}";
            }

            left[key]--;
        }

        return null;
    }

    private static Dictionary<(string Code, string File, int Line, string Message), int> Count(ImmutableArray<Problem> problems)
        => problems.CountBy(KeyOf).ToDictionary();

    private static (string Code, string File, int Line, string Message) KeyOf(Problem problem)
        => (problem.Code, problem.Place.File, problem.Place.Line, problem.Message);
}
