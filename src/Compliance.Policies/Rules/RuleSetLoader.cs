using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The rules of a check: the built-in ones, and those of the policy repository.</summary>
public static class RuleSetLoader
{
    private static readonly Lazy<Parsed<RuleSet>> BuiltIn = new(() => Compile(BuiltInRules.Sources(), ImmutableDictionary<string, string>.Empty));

    /// <param name="repository">null for the built-in rules alone</param>
    /// <remarks>A fault in a built-in rule is a bug of this program; a test keeps them without any.</remarks>
    public static Parsed<RuleSet> Load(PolicyRepository? repository)
    {
        if (repository is null || repository.Rules.IsEmpty)
        {
            return BuiltIn.Value;
        }

        var own = Compile(repository.Rules, repository.Sources);
        return own with
        {
            Value = own.Value is null ? null : own.Value with { Rules = Sorted([.. BuiltIn.Value.Value!.Rules, .. own.Value.Rules]) },
        };
    }

    private static Parsed<RuleSet> Compile(ImmutableArray<RuleSource> sources, IReadOnlyDictionary<string, string> texts)
    {
        var problems = new ProblemList();
        var compiler = new RuleCompiler(problems);
        var rules = sources.Select(compiler.Compile).OfType<Rule>().ToImmutableArray();
        return new Parsed<RuleSet>
        {
            Value = problems.HasErrors ? null : new RuleSet(Sorted(rules), RunbookClauses.Load()),
            Problems = problems.Sorted(),
            Sources = texts,
        };
    }

    private static ImmutableArray<Rule> Sorted(ImmutableArray<Rule> rules)
        => [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];
}
