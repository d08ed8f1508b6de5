using Compliance.Cli.Tests.Commands;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Drafts;

/// <summary>A draft, written to a folder and read back by the loader of policies.</summary>
internal sealed class DraftedRepository : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DraftedRepository(Inventory inventory)
    {
        Inventory = inventory;
        Draft = PolicyDrafter.Draft(inventory);
        Text = DraftYaml.Write(Draft, "schemas/policy.schema.json");
        folder.File("policy.yaml", Text);
        Files = PolicyFiles.Read(folder.Path);
    }

    public Inventory Inventory { get; }

    public PolicyDraft Draft { get; }

    public string Text { get; }

    public PolicyFiles Files { get; }

    public Policy Policy => Files.Repository!.Policy;

    public static Inventory Sample(string name)
        => InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory(name)), name);

    /// <summary>Checks the inventory it was drafted from, by the program.</summary>
    public Task<CommandRun> CheckAsync()
    {
        var file = folder.PathOf("seen.json");
        File.WriteAllBytes(file, InventoryFile.Format(Inventory));
        return CommandRun.OfAsync(["check", "--policy", folder.Path, "--inventory", file, "-o", "json"], token: null);
    }

    /// <summary>The loader finds no error and nothing but what it may say of the runbook's own demands (POL3..), and what it read is what was drafted, name by name.</summary>
    public void ShouldReadBack(string because)
    {
        Files.HasErrors.Should().BeFalse(because);
        Files.Problems.Where(problem => !problem.Code.StartsWith("POL3", StringComparison.Ordinal)).Select(problem => ProblemText.Render([problem], Files.Sources)).Should().BeEmpty(because);
        Policy.Name.Value.Should().Be(Draft.Name);
        Policy.Backup.Target.Value.Should().Be(Draft.Target.Value);
        Policy.Storages.Select(storage => storage.Id.Value).Should().Equal(Draft.Storages.Select(storage => storage.Id));
        Policy.Storages.Select(storage => storage.Access!.Value.Select(one => one.Value)).Should().BeEquivalentTo(Draft.Storages.Select(storage => storage.Access), options => options.WithStrictOrdering());
        Policy.Exempt.SelectMany(one => one.Guests.VmIds).Select(id => $"{id.Value}").Should().Equal(Values(Draft.Exempt));
        (Policy.Pbs!.Storage?.Value ?? "").Should().Be(Draft.Pbs.Value);
        Policy.Tiers.Select(tier => tier.Level.Value).Should().Equal(Draft.Tiers.Select(tier => tier.Level));
        foreach (var (read, drafted) in Policy.Tiers.Zip(Draft.Tiers))
        {
            read.Schedule.Value.Should().Be(drafted.Schedule);
            (read.Retention.Daily.Value, read.Retention.Weekly.Value, read.Retention.Monthly.Value)
                .Should().Be((drafted.Keep.Daily, drafted.Keep.Weekly, drafted.Keep.Monthly));
            read.Jobs.Select(job => job.Value).Should().Equal(Values(drafted.Jobs));
            (read.Guests?.Tags ?? []).Select(tag => tag.Value).Should().Equal(Values(drafted.Tags));
            (read.Guests?.Pools ?? []).Select(pool => pool.Value).Should().Equal(Values(drafted.Pools));
            (read.Guests?.VmIds ?? []).Select(id => $"{id.Value}").Should().Equal(Values(drafted.VmIds));
        }
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Values(IEnumerable<Drafted> drafted) => drafted.Select(one => one.Value);
}
