using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Policies;

namespace Compliance.Cli;

/// <summary>A policy repository as it was found, with every problem of its policy and its rules.</summary>
/// <param name="Problems">by place</param>
/// <param name="Sources">text of the files, for showing the line of a problem</param>
internal sealed record PolicyFiles(
    PolicyRepository? Repository, RuleSet? Rules, ImmutableArray<Problem> Problems, IReadOnlyDictionary<string, string> Sources)
{
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    public static PolicyFiles Read(string path)
    {
        var repository = PolicyRepositoryLoader.Load(path);
        var rules = RuleSetLoader.Load(repository.Value);
        ImmutableArray<Problem> problems =
        [
            .. repository.Problems.Concat(rules.Problems)
                .OrderBy(p => p.Place.File, StringComparer.Ordinal)
                .ThenBy(p => p.Place.Line)
                .ThenBy(p => p.Place.Column),
        ];
        return new PolicyFiles(repository.Value, rules.Value, problems, repository.Sources);
    }
}
