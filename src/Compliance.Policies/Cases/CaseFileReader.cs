using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the document of one case file: the cases of one rule.</summary>
internal sealed class CaseFileReader(CasePolicies policies, CaseReferences references, ProblemList problems)
{
    /// <summary>The inventory a case begins with when neither it nor its file names one.</summary>
    private const string DefaultInventory = "compliant";

    public ImmutableArray<RuleCase> Read(YamlNode root)
    {
        if (Fields.Of(root, "case file", new Field("case file", problems)) is not { } fields)
        {
            return [];
        }

        var rule = fields.Required("rule", Values.Of(TextForms.RuleId), "Name the rule that the cases prove, such as rule: ACME101.");
        var given = fields.Optional("given", Values.Of(TextForms.InventoryName)) ?? new Placed<string>(DefaultInventory, fields.Place);
        var cases = fields.Required("cases", Lists.OfRecords((node, field) => Case(node, field, rule?.Value ?? "", given)), "Write the cases.");
        fields.Close();
        if (rule is { } known)
        {
            references.CheckRule(known);
        }

        CheckNames(cases);
        return rule is null || cases.IsDefault ? [] : cases;
    }

    private RuleCase? Case(YamlNode node, Field field, string rule, Placed<string> givenByFile)
    {
        if (Fields.Of(node, "case", field) is not { } fields)
        {
            return null;
        }

        var name = fields.Required("name", Values.Text, "Say what the case shows.");
        var given = fields.Optional("given", Values.Of(TextForms.InventoryName)) ?? givenByFile;
        var previous = fields.Optional("previous", Values.Of(TextForms.InventoryName));
        var records = fields.Optional("changes", ChangeReader.Records);
        var asOf = fields.Optional("as-of", Values.Moment);
        var policy = fields.Optional("policy", policies.Changed);
        var evidence = fields.Optional("evidence", EvidenceReader.Read);
        var changes = ImmutableArray.CreateBuilder<InventoryChange>();
        changes.AddRange(Listed(fields, "remove", InventoryChangeKind.Remove));
        changes.AddRange(Mapped(fields, "add", InventoryChangeKind.Add));
        changes.AddRange(Mapped(fields, "set", InventoryChangeKind.Set));
        changes.AddRange(Listed(fields, "hide", InventoryChangeKind.Hide));
        var expect = fields.Required("expect", ExpectationReader.Read, "Say what the rule says of some subjects, such as expect: { qemu/101: fail }.");
        fields.Close();
        references.CheckInventory(given);
        if (previous is { } earlier)
        {
            references.CheckInventory(earlier);
        }

        policy = fields.Has("policy") ? policy : policies.Unchanged;
        if (evidence is not null && policy is not null)
        {
            EvidenceChecks.Run(evidence, policy, problems);
        }

        return name is null || policy is null || expect.IsDefaultOrEmpty ? null : new RuleCase
        {
            Rule = rule,
            Name = name.Value.Value,
            Given = given,
            Previous = previous,
            AsOf = asOf?.Value,
            Policy = records.IsDefaultOrEmpty ? policy : policy with { Changes = records },
            Evidence = evidence ?? policies.Evidence,
            Changes = changes.ToImmutable(),
            Expect = expect,
            Place = fields.Place,
        };
    }

    private static ImmutableArray<InventoryChange> Listed(Fields fields, string key, InventoryChangeKind kind)
        => [.. fields.List(key, CasePaths.Read).Select(path => new InventoryChange(kind, path.Value, null, path.Place))];

    private static ImmutableArray<InventoryChange> Mapped(Fields fields, string key, InventoryChangeKind kind)
        => fields.Optional(key, CasePaths.Mapped) is { IsDefault: false } entries
            ? [.. entries.Select(entry => new InventoryChange(kind, entry.Path, YamlJson.Of(entry.Value), entry.Place))]
            : [];

    private void CheckNames(ImmutableArray<RuleCase> cases)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in cases.IsDefault ? [] : cases)
        {
            if (!lines.TryAdd(one.Name, one.Place.Line))
            {
                problems.Add(
                    ProblemCodes.DuplicateCase,
                    one.Place,
                    $"a case in line {lines[one.Name]} is already called {Words.Quoted(one.Name)}",
                    "Give each case of a rule a name of its own.");
            }
        }
    }
}
