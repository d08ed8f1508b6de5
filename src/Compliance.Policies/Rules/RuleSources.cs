using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads a set of rule files and checks what concerns them together.</summary>
internal static class RuleSources
{
    /// <param name="names">the rule files, in the order the rules shall have</param>
    public static ImmutableArray<RuleSource> Read(IEnumerable<string> names, SourceReader files, bool areBuiltIn, ProblemList problems)
    {
        var rules = ImmutableArray.CreateBuilder<RuleSource>();
        var clauses = RunbookClauses.Ids;
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (ReadFile(name, files, problems) is not { } rule)
            {
                continue;
            }

            CheckId(rule, places, areBuiltIn, problems);
            CheckClauses(rule, clauses, problems);
            rules.Add(rule);
        }

        return rules.ToImmutable();
    }

    private static RuleSource? ReadFile(string name, SourceReader files, ProblemList problems)
    {
        return files.ReadListed(name) is { } source && YamlReader.Read(source, problems) is { } root ? RuleReader.Read(root, source.WholePlace(), problems) : null;
    }

    private static void CheckId(RuleSource rule, Dictionary<string, Place> places, bool areBuiltIn, ProblemList problems)
    {
        var (id, place) = (rule.Id.Value, rule.Id.Place);
        if (!areBuiltIn && (id.StartsWith("BKP", StringComparison.Ordinal) || id.StartsWith("POL", StringComparison.Ordinal)))
        {
            problems.Add(
                ProblemCodes.ReservedRuleId,
                place,
                $"the id \"{id}\" is reserved for {(id[0] == 'B' ? "built-in rules" : "problems")}",
                "Use a prefix of your own, such as ACME101.");
        }

        if (!places.TryAdd(id, place))
        {
            problems.Add(
                ProblemCodes.DuplicateRuleId,
                place,
                $"the id \"{id}\" is already used in {places[id].File}",
                "Give this rule an id of its own.");
        }

        var file = FileNames.Last(place.File);
        if (!file.StartsWith(id, StringComparison.Ordinal))
        {
            problems.Add(
                ProblemCodes.RuleFileName,
                place,
                $"the file \"{file}\" holds the rule {id}",
                $"Rename it to {id}-{rule.Fault.Value}.yaml.");
        }
    }

    private static void CheckClauses(RuleSource rule, IReadOnlySet<string> clauses, ProblemList problems)
    {
        foreach (var clause in rule.Runbook.Where(clause => !clauses.Contains(clause.Value)))
        {
            problems.Add(
                ProblemCodes.UnknownClause,
                clause.Place,
                $"the runbook has no clause \"{clause.Value}\"",
                "A report lists all clauses, under Runbook.");
        }
    }
}
