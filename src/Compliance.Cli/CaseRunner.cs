using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>Tries cases: reads each inventory once, changes it as a case says, and lets the rule judge it.</summary>
/// <param name="folder">where the inventories are</param>
public sealed class CaseRunner(RuleSet rules, string folder, TimeProvider clock)
{
    private readonly Dictionary<string, byte[]> inventories = new(StringComparer.Ordinal);

    public CaseResult Run(RuleCase one)
    {
        var started = clock.GetTimestamp();
        var (mismatches, fault) = Try(one);
        return new CaseResult(one, mismatches, fault, clock.GetElapsedTime(started));
    }

    /// <summary>The inventory a case judges.</summary>
    /// <exception cref="InventoryPatchException">a change cannot be made</exception>
    /// <exception cref="InventoryException">the inventory is none</exception>
    public Inventory InventoryOf(RuleCase one) => Read(one.Given.Value, one.Changes);

    /// <summary>The earlier inventory of a case, without its changes; null when it names none.</summary>
    /// <exception cref="InventoryException">the inventory is none</exception>
    public Inventory? PreviousOf(RuleCase one) => one.Previous is { } previous ? Read(previous.Value, []) : null;

    private Inventory Read(string name, ImmutableArray<InventoryChange> changes)
    {
        var path = Path.Combine(folder, $"{name}.json");
        if (!inventories.TryGetValue(path, out var bytes))
        {
            inventories.Add(path, bytes = InventoryFile.ReadBytes(path));
        }

        return InventoryPatch.Apply(bytes, path, changes);
    }

    private (ImmutableArray<CaseMismatch> Mismatches, Problem? Fault) Try(RuleCase one)
    {
        try
        {
            return (CaseJudge.Judge(one, rules, InventoryOf(one), PreviousOf(one)), null);
        }
        catch (InventoryPatchException fault)
        {
            return ([], new Problem(ProblemCodes.PathLeadsNowhere.Code, Severity.Error, fault.Place, fault.Message));
        }
        catch (InventoryException fault)
        {
            return ([], new Problem(ProblemCodes.Unreadable.Code, Severity.Error, one.Given.Place, fault.Message));
        }
    }
}
