using System.Collections.Immutable;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of what people recorded, and of what the live system says of it. They belong to the records of other tables.</summary>
internal static class EvidenceFactTable
{
    private static readonly ImmutableArray<FactSource> Recorded = FactSources.Evidence;

    public static void Declare()
    {
        PolicyGroup.OptionalDuration("restoreTestEvery", "how old the newest restore test of a tier may be; absent when any age will do", FactSources.Policy, p => p.Validation?.RestoreTestEvery?.Value).DeclaredAt("validation.restore-test-every", p => p.Validation?.RestoreTestEvery?.Place);
        PolicyGroup.Texts("verifiedSteps", "what must be verified after a test restore, such as boot and service", FactSources.Policy, p => (IReadOnlyList<string>)[.. (p.Validation?.Verify ?? []).Select(step => step.Value)]).DeclaredAt("validation.verify", p => p.Validation is { Verify: [var first, ..] } ? first.Place : null);
        PolicyGroup.Flag("wantsLogReviews", "no mail relay exists, and the policy says how often somebody reads the logs instead", FactSources.Policy, p => p.Notification is { HasMailRelay.Value: false, LogReviewEvery: not null }).DeclaredAt("notification.log-review-every", p => p.Notification?.LogReviewEvery?.Place);
        PolicyGroup.OptionalDuration("logReviewEvery", "how old the newest log review may be; absent when the policy does not say", FactSources.Policy, p => p.Notification?.LogReviewEvery?.Value).DeclaredAt("notification.log-review-every", p => p.Notification?.LogReviewEvery?.Place);
        PolicyGroup.Flag("wantsFailuresReviewed", "the log of a failed run is to be read before the next try", FactSources.Policy, p => p.Rollback?.ReviewLogs?.Value ?? false).DeclaredAt("rollback.review-logs", p => p.Rollback?.ReviewLogs?.Place);

        EstateGroup.Texts("attestedClauses", "clauses of the runbook for which a recorded attestation holds: from the day it was made to the end of the day it expires, in UTC", Recorded, e => (IReadOnlyList<string>)e.AttestedClauses);
        EstateGroup.Texts("lapsedAttestations", "attestations that have ended, with owner and last day, for clauses that no other one holds for", Recorded, e => (IReadOnlyList<string>)e.LapsedAttestations);

        TierGroup.Flag("needsRestoreTest", "the policy has validation:, and the tier has guests that must be backed up", FactSources.TierGuests, t => t.NeedsRestoreTest);
        TierGroup.Word("restoreTestState", FactWords.RestoreTest, "never: no successful restore test is recorded (every check ok, each step of validation.verify among them, not onto the source). stale: the newest is older than restore-test-every. proven: a recent one is corroborated, that is a qmrestore or vzrestore task to the vmid it names overlaps its time by at most 5 minutes off and succeeded, its archive is one of the guest by name, and the guest is in the tier; which archive the task read is not known. claimed: recent ones are recorded, but none is corroborated, be it contradicted, not to be seen, or restored on a host that is no node of the cluster", FactSources.RestoreTests, t => t.RestoreTests.State);
        TierGroup.OptionalTime("newestRestoreTest", "when the newest successful restore test was finished, as recorded; absent when there is none", Recorded, t => t.RestoreTests.Newest?.Finished.Value);
        TierGroup.Texts("restoreTestContradictions", "recorded restore tests that are recent enough, and that the live system contradicts, each with the reason; unknown when none is but what would tell is hidden, or when none is corroborated because the task history does not reach back so far, or the host it was restored on is no node of the cluster", FactSources.RestoreTests, t => t.RestoreTests.Contradictions);
        TierGroup.Texts("failedRestoreTests", "recorded restore tests since the newest successful one in which a check failed, or a step of validation.verify was not checked", Recorded, t => (IReadOnlyList<string>)t.RestoreTests.Failed);
        TierGroup.Texts("restoreTestsOntoSource", "recorded restore tests since the newest successful one that restored over the guest itself; none when the policy says to-new-vmid: false", Recorded, t => (IReadOnlyList<string>)t.RestoreTests.OntoSource);
        TierGroup.Texts("restoreTestNotDocumentedIn", "where the policy wants the newest successful restore test written down by document-in, or one test of the tier by document-once-per-tier, and no such record names it", Recorded, t => (IReadOnlyList<string>)t.RestoreTests.NotDocumentedIn);

        JobGroup.OptionalTime("newestLogReview", "when somebody last read its logs, as recorded: its own, all, or those of every node that may run it; absent when never", FactSources.JobReviews, j => j.NewestLogReview);
        JobGroup.Flag("isLogReviewOverdue", "they should have been read again since; false when the policy has no log-review-every", FactSources.JobReviews, j => j.IsLogReviewOverdue);
        JobGroup.Texts("unreviewedFailures", "failed runs, each with its start in UTC and status, after which no log review of the job, its node or all is recorded before the next success of the last 7 days began", FactSources.FailureReviews, j => j.UnreviewedFailures).At(j => new LivePlace($"/cluster/backup/{j.State.Id}", "enabled"));

        NodeGroup.OptionalTime("newestLogReview", "when somebody last read its logs, as recorded: its own, or all; absent when never", Recorded, n => n.NewestLogReview);
        NodeGroup.Flag("isLogReviewOverdue", "they should have been read again since; false when the policy has no log-review-every", Recorded, n => n.IsLogReviewOverdue);
    }
}
