using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The recorded restore tests of a tier, as of the moment judged: those that were finished by then. One is successful when every
/// check was ok, each step that <c>validation.verify</c> names was checked, and it did not restore onto the source guest.
/// </summary>
public sealed class TierRestoreTests
{
    private readonly ValidationDemand demand;
    private readonly ImmutableArray<RestoreTest> successful;
    private readonly ImmutableArray<RestoreTest> unsuccessful;
    private readonly ImmutableArray<RestoreTest> recent;
    private readonly Lazy<ImmutableArray<(RestoreTest Test, RestoreCorroboration Live)>> corroborated;

    /// <param name="demand">what the policy asks of a test; null: nothing</param>
    internal TierRestoreTests(TierFacts tier, EvidenceRecords evidence, ValidationDemand? demand, RestoreTaskSearch search, DateTimeOffset asOf)
    {
        this.demand = demand ?? new ValidationDemand();
        var tests = evidence.RestoreTests
            .Where(test => test.Tier.Value == tier.Level && test.Finished.Value <= asOf)
            .OrderByDescending(test => test.Finished.Value)
            .ToList();
        successful = [.. tests.Where(test => !IsOntoSource(test) && FaultOf(test) is null)];
        Newest = successful.FirstOrDefault();
        unsuccessful = [.. tests.Except(successful).Where(test => Newest is null || test.Finished.Value > Newest.Finished.Value)];
        recent = [.. successful.Where(test => this.demand.RestoreTestEvery is not { } every || asOf - test.Finished.Value <= every.Value)];
        corroborated = new(() => [.. recent.Select(test => (test, search.Of(test)))]);
    }

    /// <summary>The newest successful test; null when there is none.</summary>
    public RestoreTest? Newest { get; }

    /// <summary>
    /// <c>never</c>: no successful test is recorded. <c>stale</c>: the newest one is older than the policy allows. <c>proven</c>: one that
    /// is not is confirmed by the live task log. <c>claimed</c>: none is, be it contradicted or not to be seen.
    /// </summary>
    public string State => successful.IsEmpty ? "never"
        : recent.IsEmpty ? "stale"
        : corroborated.Value.Any(one => one.Live.IsConfirmed) ? "proven"
        : "claimed";

    /// <summary>
    /// Recent tests that the live system contradicts. Unreadable when none is, but what would is hidden; and when no test is confirmed
    /// either because nothing of that time is left.
    /// </summary>
    public Observed<ImmutableArray<string>> Contradictions
    {
        get
        {
            var all = corroborated.Value;
            var contradicted = all.Where(one => one.Live.Contradiction is not null).Select(one => $"{InWords(one.Test)}: {one.Live.Contradiction}").ToImmutableArray();
            var gap = all.Select(one => one.Live).FirstOrDefault(live => live is { Unseen: not null, IsForgotten: false })?.Unseen
                ?? (all.Any(one => one.Live.IsConfirmed) ? null : all.FirstOrDefault().Live?.Unseen);
            return Observation.Found(contradicted, gap);
        }
    }

    /// <summary>Tests since the newest successful one in which something was not as it should be.</summary>
    public ImmutableArray<string> Failed => [.. unsuccessful.Where(test => FaultOf(test) is not null).Select(test => $"{InWords(test)}: {FaultOf(test)}")];

    /// <summary>Tests since the newest successful one that restored over the guest itself.</summary>
    public ImmutableArray<string> OntoSource => [.. unsuccessful.Where(IsOntoSource).Select(InWords)];

    /// <summary>Where the newest successful test, or any test of the tier, should be written down and is not.</summary>
    public ImmutableArray<string> NotDocumentedIn =>
    [
        .. demand.DocumentIn.Select(book => book.Value).Where(book => Newest is not null && !IsIn(Newest, book)),
        .. demand.DocumentOncePerTierIn.Select(book => book.Value).Where(book => Newest is not null && !successful.Any(test => IsIn(test, book))),
    ];

    private static bool IsIn(RestoreTest test, string book) => test.DocumentedIn.Any(written => written.Value == book);

    // A policy that says to-new-vmid: false allows it; one that says nothing does not, because it overwrites what it should save.
    private bool IsOntoSource(RestoreTest test) => test.RestoredTo.Value == test.VmId && demand.ToNewVmId is not { Value: false };

    private string? FaultOf(RestoreTest test)
    {
        var failed = test.Checks.Where(check => !check.IsOk).Select(check => $"{check.Name} failed");
        var missing = demand.Verify.Where(step => !test.Checks.Any(check => check.Name == step.Value)).Select(step => $"{step.Value} was not verified");
        return string.Join(", ", failed.Concat(missing)) is { Length: > 0 } fault ? fault : null;
    }

    private static string InWords(RestoreTest test) => string.Create(
        CultureInfo.InvariantCulture,
        $"{test.Place.File}:{test.Place.Line} ({test.Guest.Value} to {test.RestoredTo.Value}, {test.Finished.Value.UtcDateTime:yyyy-MM-dd})");
}
