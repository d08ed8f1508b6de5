using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What no single setting of a change record shows.</summary>
internal static class ChangeChecks
{
    /// <summary>A record by itself.</summary>
    public static void Check(ChangeRecord record, ProblemList problems)
    {
        if (record.Until is { } until && until.Value < record.Made.Value)
        {
            problems.Add(ProblemCodes.ChangeWindowTurned, until.Place, "the window ends before it begins", "Write made: first and until: after it.");
        }

        var isGuest = record.Subject.Value.StartsWith("qemu/", StringComparison.Ordinal) || record.Subject.Value.StartsWith("lxc/", StringComparison.Ordinal);
        if (isGuest != (record.What.Value == ChangeTopic.RestoreFailure))
        {
            problems.Add(
                ProblemCodes.ChangeSubjectMismatch,
                record.Subject.Place,
                isGuest ? "a guest has no target, retention or schedule of its own" : "a restore failed for a guest, not for a job, storage or tier",
                isGuest ? "Name the job, storage or tier that was changed." : "Name the guest that the restore was to make, such as qemu/999.");
        }
    }

    /// <summary>All records together, and against the policy.</summary>
    public static void Check(ImmutableArray<ChangeRecord> records, Policy? policy, ProblemList problems)
    {
        var first = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (!first.TryAdd(record.Id.Value, record.Id.Place))
            {
                problems.Add(
                    ProblemCodes.DuplicateChange, record.Id.Place, $"{Words.Quoted(record.Id.Value)} is already the record at {first[record.Id.Value]}",
                    "Give each record an id of its own.");
            }

            if (policy is not null && record.Subject.Value.StartsWith("tier/", StringComparison.Ordinal)
                && !policy.Tiers.Any(tier => tier.Level.Value.ToString(CultureInfo.InvariantCulture) == record.Subject.Value["tier/".Length..]))
            {
                problems.Add(
                    ProblemCodes.ChangeOfUnknownTier, record.Subject.Place, $"the policy has no {record.Subject.Value.Replace('/', ' ')}",
                    $"Tiers are {Words.OneOf([.. policy.Tiers.Select(tier => tier.Level.Value.ToString(CultureInfo.InvariantCulture))])}.");
            }
        }
    }
}
