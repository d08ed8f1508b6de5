using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>The key of the policy that a fact names is the one its value was read from.</summary>
public sealed class DeclaredKeyTests
{
    [Fact]
    public void Place_of_a_declared_fact_is_at_its_key()
    {
        var lines = Repository.Read("samples/homelab/policy.yaml").Split('\n');
        var policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("drifted")), "drifted.json");
        var checkedFacts = 0;
        foreach (var (fact, host) in UnknownFact.FactsOf(Estate.Build(policy, EvidenceRecords.None, inventory, inventory.CollectedAt)))
        {
            if (fact.Declared?.Invoke(host) is not { IsPoint: false } place)
            {
                continue;
            }

            checkedFacts++;
            var key = fact.DeclaredKey!.Split('.')[^1];
            if (!key.EndsWith("[]", StringComparison.Ordinal))
            {
                lines[place.Line - 1].Should().Contain($"{key}:", $"{fact.FullName} is declared at {place.Line}");
            }
        }

        checkedFacts.Should().BeGreaterThan(50);
    }
}
