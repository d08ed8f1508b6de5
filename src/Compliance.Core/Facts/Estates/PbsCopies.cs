using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What of a guest is on the Proxmox Backup Server that the policy names, and which jobs bring it there.</summary>
public sealed class PbsCopies
{
    /// <summary>Verify jobs run once a day as a rule: a snapshot younger than that need not have had its turn.</summary>
    private static readonly TimeSpan VerifiedWithin = TimeSpan.FromDays(1);

    private readonly Observed<ImmutableArray<RestorePoint>> points;
    private readonly DateTimeOffset asOf;

    /// <param name="storage">the storage; null when the policy names none</param>
    /// <param name="jobs">ids of the jobs that cover the guest and write there</param>
    /// <param name="points">newest first</param>
    internal PbsCopies(string? storage, Observed<ImmutableArray<string>> jobs, Observed<ImmutableArray<RestorePoint>> points, DateTimeOffset asOf)
    {
        Storage = storage;
        Jobs = jobs;
        this.points = points;
        this.asOf = asOf;
    }

    /// <summary>The storage that the policy names; null for none.</summary>
    public string? Storage { get; }

    /// <summary>Ids of the jobs that cover the guest and write to it.</summary>
    public Observed<ImmutableArray<string>> Jobs { get; }

    /// <summary>How many restore points; zero when the policy names no such storage or the cluster has none.</summary>
    public Observed<long> Count => points.Select(all => (long)all.Length);

    /// <summary>
    /// <c>ok</c>, <c>failed</c> or <c>none</c>: what verification found of the newest snapshot that was verified or has had a day to be;
    /// <c>pending</c> when there are only younger ones. Known and null when there is none.
    /// </summary>
    public Observed<string?> Verification => points.Then(all =>
    {
        foreach (var point in all)
        {
            if (point.Pbs is not { } proof)
            {
                return Observation.Unreadable<string?>(
                    point.Size.Unreadable ?? new Gap($"/nodes/N/storage/{point.StorageId}/content", "the inventory does not say"));
            }

            if (proof.Verification is { } found)
            {
                return Observation.Known<string?>(found == "ok" ? "ok" : "failed");
            }

            if (asOf - point.CreatedAt >= VerifiedWithin)
            {
                return Observation.Known<string?>("none");
            }
        }

        return Observation.Known(all.IsEmpty ? null : "pending");
    });
}
