using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the files of evidence of a repository and joins them.</summary>
internal static class EvidenceFiles
{
    /// <param name="names">the files, in the order of their records</param>
    /// <param name="policy">what the records refer to; null when it has errors, which says nothing of them</param>
    public static EvidenceRecords Read(ImmutableArray<string> names, SourceReader reader, Policy? policy, ProblemList problems)
    {
        var read = names.Select(name => ReadFile(name, reader, problems)).OfType<EvidenceRecords>().ToList();
        var evidence = new EvidenceRecords
        {
            RestoreTests = [.. read.SelectMany(file => file.RestoreTests)],
            LogReviews = [.. read.SelectMany(file => file.LogReviews)],
            Attestations = [.. read.SelectMany(file => file.Attestations)],
        };
        if (policy is not null)
        {
            EvidenceChecks.Run(evidence, policy, problems);
        }

        return evidence;
    }

    private static EvidenceRecords? ReadFile(string name, SourceReader reader, ProblemList problems)
        => reader.ReadListed(name) is { } source && YamlReader.Read(source, problems) is { } root
            ? EvidenceReader.Read(root, new Field("evidence file", problems))
            : null;
}
