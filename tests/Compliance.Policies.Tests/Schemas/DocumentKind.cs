using CsCheck;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>One kind of file that people write, with its published schema and a repository to load it in.</summary>
/// <param name="Valid">generates documents that both accept</param>
/// <param name="Count">how many valid documents are generated</param>
internal sealed record DocumentKind(string Name, Gen<Doc> Valid, Func<string, MemoryFiles> InRepository, int Count)
{
    public string Schema => $"schemas/{Name}.schema.json";

    public static readonly IReadOnlyList<DocumentKind> All =
    [
        new("policy", Corpus.Policy, Examples.Repository, 2000),
        new("rule", Corpus.Rule, Examples.WithRule, 400),
        new("cases", Corpus.CaseFile, WithCases, 400),
        new("evidence", Corpus.Evidence, yaml => Examples.Repository(Examples.Policy).With("evidence/records.yaml", yaml), 400),
        new("waivers", Corpus.Waivers, yaml => Examples.WithRule(Examples.Rule).With("waivers.yaml", yaml), 400),
        new("changes", Corpus.ChangeFile, yaml => Examples.Repository(Examples.Policy).With("changes/2026.yaml", yaml), 400),
        new("notifications", Corpus.Notifications, yaml => Examples.Repository(Examples.Policy).With("notifications.yaml", yaml), 400),
        new("targets", Corpus.Targets, yaml => Examples.Repository(Examples.Policy).With("targets.yaml", yaml), 400),
    ];

    public static DocumentKind Of(string name) => All.Single(kind => kind.Name == name);

    private static MemoryFiles WithCases(string yaml)
        => Examples.WithRule(Examples.Rule).With("rules/cases/ACME101.yaml", yaml).With("inventories/compliant.json", "{}").With("inventories/other-1.json", "{}");
}
