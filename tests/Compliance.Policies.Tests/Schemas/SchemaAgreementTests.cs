using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>
/// The published schemas and the loader are two statements of one contract. Over generated documents, valid ones and such with
/// every fault at every setting, they accept and reject the same ones, at the same line.
/// </summary>
public class SchemaAgreementTests(ITestOutputHelper output)
{
    public static TheoryData<string> Kinds => [.. DocumentKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Valid_documents_are_accepted_by_both(string name)
    {
        var kind = DocumentKind.Of(name);
        var schema = await SchemaOracle.LoadAsync(kind.Schema);
        var judged = Judge(GeneratedDocuments.Valid(kind), (yaml, number) =>
        {
            var (bySchema, byLoader) = (schema.ErrorLines(yaml), Agreement.Of(kind.InRepository(yaml)).Said);
            return bySchema.Count + byLoader.Count == 0 ? null : $"document {number}: the schema finds lines [{string.Join(',', bySchema)}], the loader {string.Join("; ", byLoader)} in\n{yaml}";
        });

        judged.Disagreements.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_fault_at_every_setting_is_judged_alike_at_the_same_line(string name)
    {
        var kind = DocumentKind.Of(name);
        var schema = await SchemaOracle.LoadAsync(kind.Schema);
        var (accepted, rejected) = (0, 0);
        var judged = Judge(GeneratedDocuments.SingleFaults(GeneratedDocuments.Valid(kind)), (yaml, number) =>
        {
            var bySchema = schema.ErrorLines(yaml);
            var agreement = Agreement.Of(kind.InRepository(yaml));
            // A number-like word is a fault to the loader everywhere, to the schema only where it is not text of the right form.
            int[] byLoader =
            [
                .. agreement.Said.Concat(agreement.With(ProblemCodes.NumberLikeText).Where(problem => bySchema.Contains(problem.Place.Line)))
                    .Select(problem => problem.Place.Line),
            ];
            // Of a repeated item, the schema blames the list, the loader the item.
            var blamed = agreement.Said.Where(problem => problem.Code != ProblemCodes.RepeatedItem.Code).Select(problem => problem.Place.Line);
            _ = byLoader.Length > 0 ? Interlocked.Increment(ref rejected) : Interlocked.Increment(ref accepted);
            return byLoader.Length > 0 == bySchema.Count > 0 && blamed.All(bySchema.Contains)
                ? null
                : $"document {number}: the schema finds lines [{string.Join(',', bySchema)}], the loader {string.Join("; ", agreement.Said)} in\n{yaml}";
        });

        judged.Disagreements.Should().BeEmpty();
        output.WriteLine($"{judged.Documents} documents: {accepted} accepted, {rejected} rejected");
        accepted.Should().BeGreaterThan(judged.Documents / 50, "a corpus without valid documents proves nothing");
        rejected.Should().BeGreaterThan(judged.Documents / 2, "a corpus without faults proves nothing");
    }

    /// <summary>A setting that is new in the schema must be new in the corpus too, or nothing above speaks of it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_setting_and_every_word_of_the_schema_is_generated(string name)
    {
        var kind = DocumentKind.Of(name);
        var generated = new HashSet<string>(StringComparer.Ordinal);
        GeneratedDocuments.Valid(kind).ForEach(document => SchemaPaths.Collect(document, "", generated));

        SchemaPaths.Of(kind.Schema).Except(generated).Should().BeEmpty();
    }

    [Fact]
    public void At_least_five_thousand_policies_are_judged()
    {
        var valid = GeneratedDocuments.Valid(DocumentKind.Of("policy"));

        (valid.Count + GeneratedDocuments.SingleFaults(valid).Count()).Should().BeGreaterThan(5000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_documents()
    {
        static IEnumerable<string> Texts(DocumentKind kind) => GeneratedDocuments.Valid(kind).Select(GeneratedDocuments.Yaml);
        var kind = DocumentKind.Of("changes");

        Texts(kind).Should().Equal(Texts(kind)).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("evidence", "samples/homelab/evidence")]
    [InlineData("cases", "rules/cases")]
    public async Task Files_that_ship_are_accepted_by_the_schema(string kind, string folder)
    {
        var schema = await SchemaOracle.LoadAsync(DocumentKind.Of(kind).Schema);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.yaml"))
        {
            schema.ErrorLines(await File.ReadAllTextAsync(file)).Should().BeEmpty("{0}", file);
        }
    }

    [Fact]
    public async Task The_sample_is_accepted_by_the_schema()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/policy.schema.json");

        schema.ErrorLines(Repository.Read("samples/homelab/policy.yaml")).Should().BeEmpty();
    }

    /// <param name="judge">gives null, or what the two disagree on</param>
    private (int Documents, IReadOnlyList<string> Disagreements) Judge(IEnumerable<Doc> documents, Func<string, int, string?> judge)
    {
        var found = new ConcurrentBag<(int Number, string Text)>();
        List<string> texts = [.. documents.Select(GeneratedDocuments.Yaml)];
        Parallel.For(0, texts.Count, number =>
        {
            if (judge(texts[number], number) is { } disagreement)
            {
                found.Add((number, disagreement));
            }
        });
        output.WriteLine($"seed {GeneratedDocuments.Seed}: {texts.Count} documents, {found.Count} disagreements");
        return (texts.Count, [.. found.OrderBy(one => one.Number).Take(5).Select(one => one.Text)]);
    }
}
