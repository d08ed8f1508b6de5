using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A policy repository as it was found, its rules compiled, with every problem of both.</summary>
/// <param name="Repository">null when its files have an error</param>
/// <param name="Compiled">its <see cref="Rules"/>, of which the built-in ones are compiled by the first who asks</param>
/// <param name="Problems">by file, line and column</param>
/// <param name="Sources">text of the files, for showing the line of a problem</param>
public sealed record PolicyFiles(
    PolicyRepository? Repository, Lazy<RuleSet>? Compiled, ImmutableArray<Problem> Problems, IReadOnlyDictionary<string, string> Sources)
{
    /// <summary>The built-in rules and its own, as its policy sets them; null when anything has an error.</summary>
    public RuleSet? Rules => Compiled?.Value;

    /// <summary>How many rules there are, its own included, and how many of them its policy turns off.</summary>
    public (int All, int Off) RuleCount { get; init; }

    /// <summary>Problems that people accepted, by file, line and column; not among <see cref="Problems"/>.</summary>
    public ImmutableArray<SuppressedProblem> Suppressed { get; init; } = [];

    /// <summary>What commands besides lint say: a note is said once, by lint.</summary>
    public IEnumerable<Problem> WithoutNotes => Problems.Where(problem => problem.Severity != Severity.Info);

    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static PolicyFiles Read(string path) => Of(RepositoryRoot.At(path));

    public static PolicyFiles Read(IPolicyFiles files) => Of(RepositoryRoot.Of(files));

    /// <summary>The rules of a repository that was read; what is wrong with them is added to its problems.</summary>
    internal static Lazy<RuleSet>? RulesOf(RepositoryDraft draft)
    {
        var rules = RuleSetLoader.Load(draft.Rules, draft.Policy?.Rules ?? [], draft.RuleIds, draft.Problems);
        return rules is not null && draft.Runbook is { } runbook
            ? new(() => rules.Value with { Clauses = runbook.Locate(rules.Value.Clauses) })
            : rules;
    }

    /// <param name="isComplete">whether the cases were read too, so that every check ran</param>
    internal static PolicyFiles Of(RepositoryDraft draft, Lazy<RuleSet>? rules, IReadOnlyDictionary<string, string> sources, bool isComplete)
    {
        var judged = draft.Judged(sources, isComplete);
        return new PolicyFiles(judged.HasErrors ? null : draft.Repository, judged.HasErrors ? null : rules, judged.Left, sources)
        {
            Suppressed = judged.Suppressed,
            RuleCount = (BuiltInRules.Headings.Length + draft.Rules.Length, (draft.Policy?.Rules ?? []).Count(setting => setting.IsOff)),
        };
    }

    private static PolicyFiles Of(RepositoryRoot root)
    {
        var draft = RepositoryDraft.Read(root);
        var rules = RulesOf(draft);
        return Of(draft, rules, draft.Reader.Sources, isComplete: false);
    }
}
