using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads a document of evidence: restore tests, log reviews, attestations.</summary>
internal static class EvidenceReader
{
    /// <summary>Null when the node has no records at all; reported.</summary>
    public static EvidenceRecords? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "evidence file", field) is not { } fields)
        {
            return null;
        }

        var evidence = new EvidenceRecords
        {
            RestoreTests = OrEmpty(fields.Optional("restore-tests", Lists.OfRecords(RestoreTestReader.Read))),
            LogReviews = OrEmpty(fields.Optional("log-reviews", Lists.OfRecords(LogReviewReader.Read))),
            Attestations = OrEmpty(fields.Optional("attestations", Lists.OfRecords(AttestationReader.Read))),
        };
        fields.Close();
        return evidence;
    }

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
