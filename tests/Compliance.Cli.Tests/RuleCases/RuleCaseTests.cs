using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>Every built-in rule: what passes, what fails, what nobody can say, and the text a person reads then.</summary>
public sealed class RuleCaseTests
{
    private static readonly RuleSet BuiltIn = RuleSetLoader.BuiltIn;

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var rule in RuleCaseFile.Names)
            {
                foreach (var (index, one) in RuleCaseFile.Read(rule).Index())
                {
                    rows.Add(rule, index, one.Name);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Rules => [.. BuiltIn.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_expected_verdicts(string rule, int index, string name)
    {
        var one = RuleCaseFile.Read(rule).ElementAt(index);
        one.Name.Should().Be(name);
        var verdicts = Judge(one).ToLookup(r => r.Subject.Id, r => r.Verdict);
        foreach (var (subject, expected) in one.Expect)
        {
            verdicts[subject].Should().NotBeEmpty($"{subject} must be a subject of {rule}");
            Text(Worst(verdicts[subject])).Should().Be(expected, $"that is what {rule} says of {subject}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_case_that_passes_fails_and_cannot_be_judged(string rule)
        => RuleCaseFile.Read(rule).SelectMany(c => c.Expect.Values).Should().Contain(["pass", "fail", "unknown"]);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Finding_reads_as_approved(string rule)
    {
        var text = new StringBuilder();
        foreach (var one in RuleCaseFile.Read(rule).Where(c => c.Expect.Values.Any(v => v is "fail" or "unknown")))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {one.Name}\n");
            foreach (var result in Judge(one).Where(r => one.Expect.ContainsKey(r.Subject.Id) && r.Verdict is Verdict.Fail or Verdict.Unknown))
            {
                Describe(result, text);
            }

            text.Append('\n');
        }

        Approved.Verify(text.ToString(), $"tests/Compliance.Cli.Tests/goldens/findings/{rule}.txt");
    }

    private static ImmutableArray<RuleResult> Judge(RuleCase one)
    {
        var inventory = JsonNode.Parse(Repository.Read($"samples/homelab/inventories/{one.Given}.json"))!;
        foreach (var path in one.Remove)
        {
            InventoryPatch.Remove(inventory, path);
        }

        foreach (var (path, value) in one.Set)
        {
            InventoryPatch.Set(inventory, path, () => RuleCaseFile.ToJson(value));
        }

        foreach (var path in one.Hide)
        {
            InventoryPatch.Hide(inventory, path);
        }

        var seen = InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "case.json");
        var asOf = one.AsOf is null ? seen.CollectedAt : DateTimeOffset.Parse(one.AsOf, CultureInfo.InvariantCulture);
        var rules = BuiltIn with { Rules = [BuiltIn.Rules.Single(r => r.Id == one.Rule)] };
        return RuleEngine.Evaluate(rules, Estate.Build(PolicyOf(one), seen, asOf));
    }

    private static Policy PolicyOf(RuleCase one)
    {
        var text = Repository.Read("samples/homelab/policy.yaml");
        foreach (var (old, replacement) in one.Policy)
        {
            text.Should().Contain(old);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        using var folder = new Commands.TemporaryFolder();
        folder.File("policy.yaml", text);
        var parsed = PolicyRepositoryLoader.Load(folder.Path);
        parsed.Problems.Where(p => p.Severity == Severity.Error).Should().BeEmpty();
        return parsed.Value!.Policy;
    }

    private static void Describe(RuleResult result, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{result.Subject.Id} {Text(result.Verdict)}: {result.Message}\n");
        void Line(string label, object? value)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {label,-9}{value}\n");
            }
        }

        Line("expected", result.Expected);
        Line("actual", result.Actual);
        Line("fix", result.Fix);
        Line("policy", result.Declared);
        Line("live", result.Live is { } live ? $"{live.Endpoint} {live.Field}" : null);
    }

    private static Verdict Worst(IEnumerable<Verdict> verdicts)
        => verdicts.Order().Aggregate(Verdict.NotApplicable, (worst, v) => Rank(v) > Rank(worst) ? v : worst);

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 3,
        Verdict.Unknown => 2,
        Verdict.Pass => 1,
        _ => 0,
    };

    private static string Text(Verdict verdict) => verdict == Verdict.NotApplicable ? "not-applicable" : verdict.ToString().ToLowerInvariant();
}
