using System.Collections.Immutable;
using System.Text;

namespace Compliance.Policies;

/// <summary>The rules that ship inside the program.</summary>
public static class BuiltInRules
{
    private static readonly Lazy<ImmutableArray<RuleHeading>> Heads = new(ReadHeadings);

    /// <summary>In order of their ids.</summary>
    internal static ImmutableArray<RuleHeading> Headings => Heads.Value;

    /// <summary>In order of their ids, with what was wrong in their files: nothing, or a test fails.</summary>
    public static Parsed<ImmutableArray<RuleSource>> Load()
    {
        var problems = new ProblemList();
        var embedded = new EmbeddedFiles();
        var files = new SourceReader(embedded, problems);
        var rules = RuleSources.Read(Names(embedded), files, areBuiltIn: true, problems);
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

    private static ImmutableArray<RuleHeading> ReadHeadings()
    {
        var embedded = new EmbeddedFiles();
        return
        [
            .. Names(embedded).Select(name => RuleHeading.OfBuiltIn(Encoding.UTF8.GetString(embedded.Read(name).Bytes!)))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Names(EmbeddedFiles embedded)
        => embedded.List(EmbeddedFiles.Prefix + "rules")!.Value.Where(name => name != RunbookClauses.File);
}
