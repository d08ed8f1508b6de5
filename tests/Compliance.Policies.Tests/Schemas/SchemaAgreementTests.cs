using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>
/// The published schemas and the loader are two statements of one contract. Over a generated corpus of valid documents and
/// of documents with one change they accept and reject the same ones, at the same line.
/// </summary>
public class SchemaAgreementTests
{
    /// <summary>Documents per kind and run. The seed is new each time, so every run looks elsewhere.</summary>
    private const int Documents = 400;

    /// <summary>What a JSON schema cannot say: references between settings and between files, and how a scalar is spelt.</summary>
    private static readonly HashSet<string> LoaderOnly = new(StringComparer.Ordinal)
    {
        ProblemCodes.NumberLikeText.Code,
        ProblemCodes.DuplicateTier.Code,
        ProblemCodes.DuplicateStorage.Code,
        ProblemCodes.TiersOverlap.Code,
        ProblemCodes.StorageUndescribed.Code,
        ProblemCodes.HostPathsMismatch.Code,
        ProblemCodes.RetentionKeepsNothing.Code,
        ProblemCodes.PhaseWithoutPbs.Code,
        ProblemCodes.ReferenceMissing.Code,
        ProblemCodes.ReservedRuleId.Code,
        ProblemCodes.DuplicateRuleId.Code,
        ProblemCodes.UnbalancedBrace.Code,
        ProblemCodes.UnknownClause.Code,
        ProblemCodes.RuleFileName.Code,
        ProblemCodes.UnknownRule.Code,
        ProblemCodes.DuplicateRuleSetting.Code,
        ProblemCodes.DuplicateCase.Code,
        ProblemCodes.WaiverEndsBeforeItBegins.Code,
        ProblemCodes.WaiverTooLong.Code,
        ProblemCodes.WaiverOfEverything.Code,
        ProblemCodes.DuplicateWaiver.Code,
        ProblemCodes.DatesReversed.Code,
        ProblemCodes.EvidenceTierUnknown.Code,
        ProblemCodes.AttestedClauseUnknown.Code,
        ProblemCodes.DuplicateChange.Code,
        ProblemCodes.ChangeWindowTurned.Code,
        ProblemCodes.ChangeSubjectMismatch.Code,
        ProblemCodes.ChangeOfUnknownTier.Code,
        ProblemCodes.BadCalendar.Code,
        ProblemCodes.CalendarNeverFires.Code,
        ProblemCodes.CalendarTooSeldom.Code,
        ProblemCodes.SuppressionOfUnknown.Code,
        ProblemCodes.NotSuppressible.Code,
    };

    [Fact]
    public Task Policies_that_are_valid_are_accepted_by_both() => AreAcceptedByBothAsync("schemas/policy.schema.json", Corpus.Policy, Examples.Repository);

    [Fact]
    public Task Rules_that_are_valid_are_accepted_by_both() => AreAcceptedByBothAsync("schemas/rule.schema.json", Corpus.Rule, Examples.WithRule);

    [Fact]
    public Task Cases_that_are_valid_are_accepted_by_both() => AreAcceptedByBothAsync("schemas/cases.schema.json", Corpus.CaseFile, WithCases);

    [Fact]
    public Task Evidence_that_is_valid_is_accepted_by_both() => AreAcceptedByBothAsync("schemas/evidence.schema.json", Corpus.Evidence, WithEvidence);

    [Fact]
    public async Task One_change_to_evidence_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/evidence.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.Evidence, WithEvidence);
    }

    [Fact]
    public async Task Evidence_of_the_sample_is_accepted_by_the_schema()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/evidence.schema.json");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples/homelab/evidence"), "*.yaml"))
        {
            schema.ErrorLines(await File.ReadAllTextAsync(file)).Should().BeEmpty("{0}", file);
        }
    }

    [Fact]
    public Task Change_records_that_are_valid_are_accepted_by_both() => AreAcceptedByBothAsync("schemas/changes.schema.json", Corpus.ChangeFile, WithChanges);

    [Fact]
    public async Task One_change_to_a_change_file_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/changes.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.ChangeFile, WithChanges);
    }

    [Fact]
    public async Task One_change_to_a_case_file_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/cases.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.CaseFile, WithCases);
    }

    [Fact]
    public Task Waivers_that_are_valid_are_accepted_by_both() => AreAcceptedByBothAsync("schemas/waivers.schema.json", Corpus.Waivers, WithWaivers);

    [Fact]
    public async Task One_change_to_a_file_of_waivers_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/waivers.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.Waivers, WithWaivers);
    }

    [Fact]
    public async Task Cases_of_built_in_rules_are_accepted_by_the_schema()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/cases.schema.json");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("rules/cases"), "*.yaml"))
        {
            schema.ErrorLines(await File.ReadAllTextAsync(file)).Should().BeEmpty("{0}", file);
        }
    }

    [Fact]
    public async Task One_change_to_a_policy_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/policy.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.Policy, Examples.Repository);
    }

    [Fact]
    public async Task One_change_to_a_rule_is_judged_alike_at_the_same_line()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/rule.schema.json");
        OneChangeIsJudgedAlike(schema, Corpus.Rule, Examples.WithRule);
    }

    [Fact]
    public async Task The_sample_is_accepted_by_the_schema()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/policy.schema.json");

        schema.ErrorLines(Repository.Read("samples/homelab/policy.yaml")).Should().BeEmpty();
    }

    private static async Task AreAcceptedByBothAsync(string file, Gen<Doc> documents, Func<string, MemoryFiles> repository)
    {
        var schema = await SchemaOracle.LoadAsync(file);
        Gen.Select(documents, Gen.Bool.Array[200]).Sample(
            (document, flow) =>
            {
                var yaml = Yaml(document, flow);
                schema.ErrorLines(yaml).Should().BeEmpty("the schema accepts\n{0}", yaml);
                LoaderErrors(repository(yaml)).Should().BeEmpty("the loader accepts\n{0}", yaml);
            },
            iter: Documents);
    }

    private static void OneChangeIsJudgedAlike(SchemaOracle schema, Gen<Doc> documents, Func<string, MemoryFiles> repository)
    {
        var (accepted, rejected) = (0, 0);
        Gen.Select(documents, Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Bool.Array[200]).Sample(
            (document, where, how, flow) =>
            {
                var yaml = Yaml(Mutation.Apply(document, where, how), flow);
                var bySchema = schema.ErrorLines(yaml);
                // A number-like word is a fault to the loader everywhere, to the schema only where it is not text of the right form.
                List<Problem> byLoader = [.. LoaderErrors(repository(yaml)), .. NumberLikeTexts(repository(yaml)).Where(problem => bySchema.Contains(problem.Place.Line))];

                (byLoader.Count > 0).Should().Be(bySchema.Count > 0, "the schema finds lines [{0}], the loader [{1}] in\n{2}", string.Join(',', bySchema), string.Join(',', byLoader), yaml);
                // Of a repeated item, the schema blames the list, the loader the item.
                byLoader.Where(problem => problem.Code != ProblemCodes.RepeatedItem.Code).Select(problem => problem.Place.Line).Should().BeSubsetOf(bySchema, "both blame the same lines of\n{0}", yaml);
                _ = byLoader.Count > 0 ? Interlocked.Increment(ref rejected) : Interlocked.Increment(ref accepted);
            },
            iter: Documents);

        accepted.Should().BeGreaterThan(Documents / 50, "a corpus without valid documents proves nothing");
        rejected.Should().BeGreaterThan(Documents / 2, "a corpus without faults proves nothing");
    }

    private static MemoryFiles WithEvidence(string yaml) => Examples.Repository(Examples.Policy).With("evidence/records.yaml", yaml);

    private static MemoryFiles WithCases(string yaml)
        => Examples.WithRule(Examples.Rule).With("rules/cases/ACME101.yaml", yaml).With("inventories/compliant.json", "{}").With("inventories/other-1.json", "{}");

    private static MemoryFiles WithWaivers(string yaml) => Examples.WithRule(Examples.Rule).With("waivers.yaml", yaml);

    private static MemoryFiles WithChanges(string yaml) => Examples.Repository(Examples.Policy).With("changes/2026.yaml", yaml);

    private static IEnumerable<Problem> Problems(MemoryFiles files) => CaseFiles.Read(files).Policy.Problems.Where(problem => problem.Code != ProblemCodes.BadExpression.Code);

    private static List<Problem> LoaderErrors(MemoryFiles files) =>
    [
        .. Problems(files).Where(problem => problem.Severity == Severity.Error && !LoaderOnly.Contains(problem.Code)),
    ];

    private static IEnumerable<Problem> NumberLikeTexts(MemoryFiles files) =>
        Problems(files).Where(problem => problem.Code == ProblemCodes.NumberLikeText.Code);

    private static string Yaml(Doc document, bool[] flow)
    {
        var next = 0;
        return Doc.Write(document, () => flow[next++ % flow.Length]);
    }
}
