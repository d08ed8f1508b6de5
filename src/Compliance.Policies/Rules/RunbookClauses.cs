using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The runbook's normative sentences, in the runbook's order.</summary>
public static class RunbookClauses
{
    internal const string File = EmbeddedFiles.Prefix + "rules/runbook.yaml";

    private static readonly Lazy<ImmutableArray<Clause>> Read = new(ReadEmbedded);

    private static readonly Lazy<FrozenSet<string>> KnownIds = new(() => Read.Value.Select(clause => clause.Id).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The ids that a rule may cite.</summary>
    public static IReadOnlySet<string> Ids => KnownIds.Value;

    /// <exception cref="InvalidDataException">the embedded file is faulty: a bug of this program</exception>
    public static ImmutableArray<Clause> Load() => Read.Value;

    private static ImmutableArray<Clause> ReadEmbedded()
    {
        var problems = new ProblemList();
        var files = new SourceReader(new EmbeddedFiles(), problems);
        var source = files.Read(File, whenMissing: () => throw new InvalidDataException($"{File} is not embedded."))!;
        var clauses = YamlReader.Read(source, problems) is { } root
            ? Lists.OfRecords(ClauseReader.Read)(root, new Field("runbook", problems))
            : [];
        return problems.Sorted() is [var first, ..]
            ? throw new InvalidDataException($"{first.Place} {first.Code}: {first.Message}")
            : clauses;
    }
}
