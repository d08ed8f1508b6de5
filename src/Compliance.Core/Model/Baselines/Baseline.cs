using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The findings of one day, accepted as the place to begin from: later runs tell what is new.</summary>
public sealed record Baseline
{
    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>The estate's name.</summary>
    public required string Estate { get; init; }

    /// <summary>The moment that was judged.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>By rule, subject and fingerprint; no fingerprint twice.</summary>
    public required ImmutableArray<BaselineEntry> Findings { get; init; }

    /// <summary>All findings of an assessment, in an order that does not hang on their severity.</summary>
    public static Baseline Of(Assessment assessment) => new()
    {
        Policy = assessment.Policy.Name,
        Estate = assessment.Estate.Name,
        MadeAt = assessment.AsOf,
        Findings =
        [
            .. assessment.Findings
                .Select(f => new BaselineEntry(f.Fingerprint, f.Rule, f.Subject.Id, f.Verdict, f.Waiver is not null))
                .DistinctBy(entry => entry.Fingerprint)
                .OrderBy(entry => entry.Rule, StringComparer.Ordinal)
                .ThenBy(entry => entry.Subject, StringComparer.Ordinal)
                .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal),
        ],
    };
}
