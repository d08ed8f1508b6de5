using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The rules of a check: the built-in ones, and those of the policy repository, as its policy sets them.</summary>
public static class RuleSetLoader
{
    private static readonly Lazy<RuleSet> Own = new(CompileBuiltIn);

    /// <summary>The built-in rules alone, by id.</summary>
    /// <exception cref="InvalidDataException">a built-in rule file is faulty: a bug of this program, which a test keeps away</exception>
    public static RuleSet BuiltIn => Own.Value;

    /// <param name="sources">the repository's own rules</param>
    /// <param name="settings">what its policy says about single rules</param>
    /// <returns>null when anything has an error; what is wrong is reported</returns>
    internal static RuleSet? Load(ImmutableArray<RuleSource> sources, ImmutableArray<RuleSetting> settings, ProblemList problems)
    {
        var compiler = new RuleCompiler(problems);
        var own = sources.Select(compiler.Compile).OfType<Rule>().ToList();
        var names = BuiltIn.Rules.Select(rule => rule.Id).Concat(sources.Select(source => source.Id.Value)).ToList();
        var rules = BuiltIn with { Rules = Sorted([.. BuiltIn.Rules, .. own]) };
        rules = RuleSettings.Apply(settings, rules, names, problems);
        return problems.HasErrors ? null : rules;
    }

    private static RuleSet CompileBuiltIn()
    {
        var problems = new ProblemList();
        var compiler = new RuleCompiler(problems);
        var rules = BuiltInRules.Sources().Select(compiler.Compile).OfType<Rule>().ToList();
        return problems.Sorted() is [var first, ..]
            ? throw new InvalidDataException($"{first.Place} {first.Code}: {first.Message}")
            : new RuleSet(Sorted(rules), RunbookClauses.Load());
    }

    private static ImmutableArray<Rule> Sorted(IEnumerable<Rule> rules)
        => [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];
}
