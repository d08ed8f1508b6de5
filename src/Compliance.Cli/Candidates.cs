using Compliance.Policies;

namespace Compliance.Cli;

/// <summary>What a shell may complete a value to. Never fails: a repository with errors still has the built-in rules.</summary>
internal static class Candidates
{
    /// <param name="policy">for a repository's own rules too; null for the built-in ones</param>
    public static IEnumerable<string> RuleIds(string? policy)
    {
        var rules = policy is null ? RuleSetLoader.BuiltIn : PolicyFiles.Read(policy).Rules ?? RuleSetLoader.BuiltIn;
        return rules.Rules.Concat(rules.Disabled.Select(off => off.Rule)).Select(rule => rule.Id).Order(StringComparer.Ordinal);
    }

    /// <summary>What <c>explain</c> explains.</summary>
    public static IEnumerable<string> RulesAndProblems(string? policy)
        => RuleIds(policy).Concat(ProblemCodes.All.Select(code => code.Code));
}
