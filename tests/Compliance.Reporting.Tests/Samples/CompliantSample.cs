using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>Nothing failed, nothing was unreadable.</summary>
internal static class CompliantSample
{
    public static readonly ImmutableArray<string> Controls = ["Guests and copies", "Jobs", "Storage", "Retention and points"];

    public static Assessment Assessment { get; } = new()
    {
        AsOf = Sample.AsOf,
        Outcome = Outcome.Compliant,
        Policy = Sample.Policy,
        Estate = Sample.Estate,
        Summary = new AssessmentSummary(4, 9, 31, 0, 0, 5, 0),
        Findings = [],
        Coverage =
        [
            new ClauseCoverage(new Clause("RB-03", "Backup philosophy", "one local copy minimum", ClauseProof.Live, null), ["BKP107"], Verdict.Pass),
            new ClauseCoverage(new Clause("RB-40", "Backup schedule", "daily: core services (tier 0 and 1)", ClauseProof.Live, null), ["BKP105"], Verdict.Pass),
            new ClauseCoverage(new Clause("RB-42", "Backup schedule", "optional: tier 3 on demand", ClauseProof.None, "no schedule is demanded, so there is nothing to judge"), [], null),
        ],
        Matrix = new Matrix(
            Controls,
            [
                Sample.Row(0, "Tier 0 · Platform", 0, (2, 0, 0), (0, 0, 0), (3, 0, 0), (0, 0, 0)),
                Sample.Row(1, "Tier 1 · Core services", 3, (6, 0, 0), (3, 0, 0), (0, 0, 0), (9, 0, 0)),
                Sample.Row(null, "Outside the tiers", 0, (0, 0, 0), (2, 0, 0), (6, 0, 0), (0, 0, 0)),
            ]),
        BlindSpots = [],
        Rules =
        [
            new RuleSummary("BKP105", "guest-runs-too-seldom", "Guests run as often as their tier asks", "A backup that is older than a day loses more than a day.", Severity.Error, ["RB-40", "RB-41"], Controls[0], 9, 0, 0, 2),
            new RuleSummary("BKP107", "guest-without-local-copy", "Every guest has a local copy", "A local copy restores without the network.", Severity.Error, ["RB-03"], Controls[0], 8, 0, 0, 3),
            new RuleSummary("BKP203", "job-compression-differs", "Backups are compressed as the policy says", "zstd is the balance of speed and size that the runbook chose.", Severity.Warning, ["RB-45"], Controls[1], 5, 0, 0, 0),
            new RuleSummary("BKP302", "storage-inactive", "Backup storages are active", "An inactive storage takes no backup.", Severity.Error, ["RB-31"], Controls[2], 9, 0, 0, 0),
        ],
        IdleRules = [],
        Appendix =
        [
            new AppendixTable("Guests", ["Guest", "Name", "Tier", "Node"], [["qemu/101", "ca01", "1", "pve1"], ["lxc/200", "dns01", "1", "pve2"]]),
            new AppendixTable("Legacy jobs", ["Job"], []),
        ],
    };
}
