using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>What an editor underlines by the published schema is what <c>lint</c> refuses: ajv and the loader judge all generated documents alike.</summary>
public class EditorAgreementTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Editors_accept_and_reject_what_the_loader_does()
    {
        List<(DocumentKind Kind, string Yaml, JToken Json)> documents = [.. DocumentKind.All.SelectMany(Documents)];

        var answers = await EditorValidator.JudgeAsync(documents.Select(one => (Path.GetFileName(one.Kind.Schema), one.Json)));

        answers.Should().HaveCount(documents.Count);
        var byLoader = new Agreement[documents.Count];
        Parallel.For(0, documents.Count, number => byLoader[number] = Agreement.Of(documents[number].Kind.InRepository(documents[number].Yaml)));
        List<int> differ = [.. Enumerable.Range(0, documents.Count).Where(number => !AreAlike(answers[number], byLoader[number], documents[number].Json))];
        output.WriteLine($"seed {GeneratedDocuments.Seed}: {documents.Count} documents, ajv accepts {answers.Count(answer => answer == "ok")}, {differ.Count} disagreements");
        differ.Take(5).Select(number => $"ajv: {answers[number]}; loader: {string.Join("; ", byLoader[number].Said)} in\n{documents[number].Yaml}").Should().BeEmpty();
    }

    private static IEnumerable<(DocumentKind Kind, string Yaml, JToken Json)> Documents(DocumentKind kind)
    {
        var valid = GeneratedDocuments.Valid(kind);
        return valid.Concat(GeneratedDocuments.SingleFaults(valid)).Concat(GeneratedDocuments.WithLineEnds(valid))
            .Select(GeneratedDocuments.Yaml)
            .Select(yaml => (kind, yaml, SchemaOracle.ReadJson(yaml)));
    }

    private static bool AreAlike(string answer, Agreement loader, JToken document) =>
        answer == "ok" == loader.IsAccepted
        // A number-like word without quotes is a fault to the loader even where it would not be of the right form with them.
        || loader.With(ProblemCodes.NumberLikeText).Any()
        // JSON has one kind of number: to ECMAScript 7.0 and 1e3 are whole. The loader wants them written so, as Proxmox VE does.
        || answer == "ok" && loader.Said.All(problem => problem.Code == ProblemCodes.WrongType.Code) && HasWholeFraction(document);

    private static bool HasWholeFraction(JToken document) =>
        ((document as JContainer)?.DescendantsAndSelf() ?? [document]).Any(token => token.Type == JTokenType.Float && double.IsInteger((double)token));
}
