using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Mutations;

/// <summary>A change of target, retention or schedule since the last inventory, of which no record speaks, is noticed by exactly its rule.</summary>
public sealed class UndocumentedChangeTests
{
    private const string Tier1 = "jobs.rows[id=backup-tier1].";

    private static readonly PolicyRepository Sample = PolicyFiles.Read(Samples.Policy).Repository!;
    private static readonly Inventory Compliant = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("compliant")), "compliant.json");

    [Theory]
    [InlineData(Tier1 + "storage", "\"local\"", "BKP901")]
    [InlineData(Tier1 + "pruneBackups", "\"keep-daily=6,keep-monthly=2,keep-weekly=4\"", "BKP902")]
    [InlineData(Tier1 + "pruneBackups", "\"keep-all=1\"", "BKP902")]
    [InlineData(Tier1 + "remove", "false", "BKP902")]
    [InlineData("storages.rows[id=local-backup].pruneBackups", "\"keep-last=1\"", "BKP902")]
    [InlineData(Tier1 + "schedule", "\"03:30\"", "BKP903")]
    [InlineData(Tier1 + "isEnabled", "false", "BKP903")]
    [InlineData(Tier1 + "comment", "\"reworded\"", null)]
    [InlineData(Tier1 + "mailTo", "\"night@lab.example\"", null)]
    [InlineData("guests.rows[vmId=900].name", "\"sandbox\"", null)]
    public void Each_is_noticed(string path, string value, string? rule)
    {
        var now = new Mutation("a change") { Set = [(path, value)] }.Apply();
        var estate = Estate.Build(Sample.Policy, Sample.Evidence, now with { CollectedAt = Compliant.CollectedAt.AddDays(1) }, Compliant.CollectedAt.AddDays(1), Compliant);

        RuleEngine.Evaluate(RuleSetLoader.BuiltIn with { Rules = [.. RuleSetLoader.BuiltIn.Rules.Where(one => one.Id is "BKP901" or "BKP902" or "BKP903")] }, estate)
            .Where(result => result.Verdict is Verdict.Fail or Verdict.Unknown).Select(result => $"{result.Rule.Id} {result.Subject.Id} {result.Verdict}")
            .Should().Equal(rule is null ? [] : [$"{rule} {(path.StartsWith("storages", StringComparison.Ordinal) ? "storage/local-backup" : "job/backup-tier1")} Fail"]);
    }
}
