using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Checks what case files refer to: rules and inventories.</summary>
/// <param name="rules">ids of all rules, also of those with faults</param>
/// <param name="inventories">the folder of inventories</param>
internal sealed class CaseReferences(IReadOnlyList<string> rules, IPolicyFiles files, string inventories, ProblemList problems)
{
    private readonly Dictionary<string, bool> isThere = new(StringComparer.Ordinal);

    public void CheckRule(Placed<string> rule)
    {
        if (!rules.Contains(rule.Value, StringComparer.Ordinal))
        {
            RuleNames.ReportUnknown(rule, rules, problems);
        }
        else if (FileNames.Last(rule.Place.File) is var name && !name.StartsWith(rule.Value, StringComparison.Ordinal))
        {
            problems.Add(ProblemCodes.RuleFileName, rule.Place, $"the file \"{name}\" holds the cases of {rule.Value}", $"Rename it to {rule.Value}.yaml.");
        }
    }

    public void CheckInventory(Placed<string> given)
    {
        var name = $"{inventories}/{given.Value}.json";
        if (!isThere.TryGetValue(given.Value, out var found))
        {
            isThere.Add(given.Value, found = files.Has(name));
        }

        if (!found)
        {
            problems.Add(
                ProblemCodes.ReferenceMissing,
                given.Place,
                $"there is no inventory \"{name}\"",
                "Write one with pve-compliance collect, or name one that is there with given:.");
        }
    }
}
