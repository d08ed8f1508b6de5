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
    /// <param name="ids">of all rules, also of those that cannot be read</param>
    /// <returns>null when anything has an error; what is wrong is reported. The built-in rules are compiled by the first who asks for them</returns>
    internal static Lazy<RuleSet>? Load(
        ImmutableArray<RuleSource> sources, ImmutableArray<RuleSetting> settings, IReadOnlyList<string> ids, ProblemList problems)
    {
        CheckFaults(sources, problems);
        var compiler = new RuleCompiler(problems);
        var own = sources.Select(compiler.Compile).OfType<Rule>().ToList();
        var set = RuleSettings.Check(settings, [.. BuiltInRules.Headings, .. sources.Select(RuleHeading.Of)], ids, problems);
        return problems.HasErrors ? null : new(() => RuleSettings.Apply(set, BuiltIn with { Rules = Sorted([.. BuiltIn.Rules, .. own]) }));
    }

    private static void CheckFaults(ImmutableArray<RuleSource> sources, ProblemList problems)
    {
        var owners = BuiltInRules.Headings.ToDictionary(rule => rule.Fault, rule => rule.Id, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (!owners.TryAdd(source.Fault.Value, source.Id.Value) && owners[source.Fault.Value] is var owner && owner != source.Id.Value)
            {
                problems.Add(
                    ProblemCodes.DuplicateFault,
                    source.Fault.Place,
                    $"{owner} already calls its fault \"{source.Fault.Value}\"",
                    "Name what is wrong here in words of its own.");
            }
        }
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
