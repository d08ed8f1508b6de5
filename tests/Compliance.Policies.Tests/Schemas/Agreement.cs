using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>What the loader says of a document, split into what a schema can say too and what it cannot.</summary>
internal sealed record Agreement(IReadOnlyList<Problem> Said, IReadOnlyList<Problem> Unsayable)
{
    /// <summary>
    /// What a JSON schema cannot say: references between settings and between files, what an expression means, and how a scalar is
    /// spelt (<c>012</c> is text to a schema, and another number to each YAML reader).
    /// </summary>
    private static readonly HashSet<string> Semantic = new(StringComparer.Ordinal)
    {
        ProblemCodes.NumberLikeText.Code,
        ProblemCodes.BadExpression.Code,
        ProblemCodes.DuplicateTier.Code,
        ProblemCodes.DuplicateStorage.Code,
        ProblemCodes.TiersOverlap.Code,
        ProblemCodes.StorageUndescribed.Code,
        ProblemCodes.HostPathsMismatch.Code,
        ProblemCodes.RetentionKeepsNothing.Code,
        ProblemCodes.PhaseWithoutPbs.Code,
        ProblemCodes.ReferenceMissing.Code,
        ProblemCodes.ReservedRuleId.Code,
        ProblemCodes.DuplicateRuleId.Code,
        ProblemCodes.RuleForNothing.Code,
        ProblemCodes.UnbalancedBrace.Code,
        ProblemCodes.UnknownClause.Code,
        ProblemCodes.RuleFileName.Code,
        ProblemCodes.UnknownRule.Code,
        ProblemCodes.DuplicateRuleSetting.Code,
        ProblemCodes.DuplicateCase.Code,
        ProblemCodes.WaiverEndsBeforeItBegins.Code,
        ProblemCodes.WaiverTooLong.Code,
        ProblemCodes.WaiverOfEverything.Code,
        ProblemCodes.DuplicateWaiver.Code,
        ProblemCodes.DatesReversed.Code,
        ProblemCodes.EvidenceTierUnknown.Code,
        ProblemCodes.AttestedClauseUnknown.Code,
        ProblemCodes.DuplicateChange.Code,
        ProblemCodes.ChangeWindowTurned.Code,
        ProblemCodes.ChangeSubjectMismatch.Code,
        ProblemCodes.ChangeOfUnknownTier.Code,
        ProblemCodes.TooManyWaivers.Code,
        ProblemCodes.AddressIsSecret.Code,
        ProblemCodes.NoticeInClear.Code,
        ProblemCodes.DuplicateChannel.Code,
        ProblemCodes.DuplicateTarget.Code,
        ProblemCodes.TargetUnclear.Code,
        ProblemCodes.SecretInTargets.Code,
        ProblemCodes.BadCalendar.Code,
        ProblemCodes.CalendarNeverFires.Code,
        ProblemCodes.CalendarTooSeldom.Code,
        ProblemCodes.SuppressionOfUnknown.Code,
        ProblemCodes.NotSuppressible.Code,
    };

    public bool IsAccepted => Said.Count == 0;

    public static Agreement Of(MemoryFiles repository)
    {
        var errors = CaseFiles.Read(repository).Policy.Problems.Where(problem => problem.Severity == Severity.Error).ToLookup(IsSemantic);
        return new Agreement([.. errors[false]], [.. errors[true]]);
    }

    /// <summary>Those of a code, said or not.</summary>
    public IEnumerable<Problem> With(ProblemCode code) => Said.Concat(Unsayable).Where(problem => problem.Code == code.Code);

    /// <summary>A day or moment of the right form may still be none: no pattern counts the days of February.</summary>
    private static bool IsSemantic(Problem problem) =>
        Semantic.Contains(problem.Code)
        || (problem.Code == ProblemCodes.BadDay.Code || problem.Code == ProblemCodes.BadMoment.Code) && problem.Message.EndsWith("is in no calendar", StringComparison.Ordinal);
}
