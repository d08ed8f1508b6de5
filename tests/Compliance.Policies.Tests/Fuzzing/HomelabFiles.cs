using System.Text;

namespace Compliance.Policies.Tests.Fuzzing;

/// <summary>A valid repository with a file of every kind that <c>lint</c> reads.</summary>
internal static class HomelabFiles
{
    private const string Changes = """
        changes:
          - id: CHG-17
            made: 2026-11-23T06:00:00Z
            until: 2026-11-23T08:00:00Z
            by: anna
            what: schedule
            subject: job/backup-tier1
            from: "21:00"
            reason: |
              the network is
              free later

        """;

    /// <summary>With a time, and with a suppression, so that whatever is damaged is searched for comments, too.</summary>
    private static readonly string Policy = Repository.Read("samples/homelab/policy.yaml")
        .Replace("keep-daily: 5, keep-weekly: 2, keep-monthly: 0 }", "keep-daily: 5, keep-weekly: 2, keep-monthly: 0 }  # pve-compliance: allow POL305 weekly points are meant", StringComparison.Ordinal)
        .Replace("    schedule: weekly ", "    calendar: \"sun 04:00\"\n    schedule: weekly ", StringComparison.Ordinal);

    public static readonly IReadOnlyList<(string Name, byte[] Content)> All =
    [
        ("policy.yaml", Encoding.UTF8.GetBytes(Policy)),
        ("rules/ACME101-job-name-differs.yaml", Encoding.UTF8.GetBytes(Examples.Rule)),
        ("rules/ACME104-guest-not-backed-up.yaml", Encoding.UTF8.GetBytes(Repository.Read("rules/coverage/BKP104-guest-not-backed-up.yaml").Replace("BKP104", "ACME104", StringComparison.Ordinal).Replace("fault: ", "fault: own-", StringComparison.Ordinal))),
        ("rules/cases/ACME101.yaml", Encoding.UTF8.GetBytes(Examples.CaseFile)),
        ("evidence/records.yaml", Encoding.UTF8.GetBytes(Examples.Evidence)),
        ("waivers.yaml", Encoding.UTF8.GetBytes(Examples.Waiver)),
        ("changes/2026.yaml", Encoding.UTF8.GetBytes(Changes)),
        ("runbook.md", Read("samples/homelab/runbook.md")),
        ("runbook.md.lock", Read("samples/homelab/runbook.md.lock")),
    ];

    /// <summary>The repository, one file of it with other content.</summary>
    public static MemoryFiles With(string name, byte[] content)
    {
        var files = new MemoryFiles().With("inventories/compliant.json", "{}");
        foreach (var file in All)
        {
            files.With(file.Name, file.Name == name ? content : file.Content);
        }

        return files;
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Repository.PathOf(file));
}
