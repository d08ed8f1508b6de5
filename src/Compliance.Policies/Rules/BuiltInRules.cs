using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>The rules that ship inside the program.</summary>
public static class BuiltInRules
{
    /// <summary>In order of their ids, with what was wrong in their files: nothing, or a test fails.</summary>
    public static Parsed<ImmutableArray<RuleSource>> Load()
    {
        var problems = new ProblemList();
        var embedded = new EmbeddedFiles();
        var files = new SourceReader(embedded, problems);
        var names = embedded.List(EmbeddedFiles.Prefix + "rules")!.Value.Where(name => name != RunbookClauses.File);
        var rules = RuleSources.Read(names, files, areBuiltIn: true, problems);
        return new Parsed<ImmutableArray<RuleSource>>
        {
            Value = [.. rules.OrderBy(rule => rule.Id.Value, StringComparer.Ordinal)],
            Problems = problems.Sorted(),
            Sources = files.Sources,
        };
    }

    /// <summary>In order of their ids.</summary>
    /// <exception cref="InvalidDataException">a built-in rule file is faulty: a bug of this program</exception>
    public static ImmutableArray<RuleSource> Sources()
    {
        var parsed = Load();
        return parsed.Problems is [var first, ..]
            ? throw new InvalidDataException($"{first.Place} {first.Code}: {first.Message}")
            : parsed.Value;
    }
}
