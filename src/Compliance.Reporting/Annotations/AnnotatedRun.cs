using System.Collections.Immutable;
using System.Globalization;

namespace Compliance.Reporting;

/// <summary>Everything the annotating formats show of a run of <c>lint</c> or <c>check</c>.</summary>
internal sealed record AnnotatedRun
{
    /// <summary>Tells apart what several runs say of one commit, such as <c>check</c> or <c>check-what-if-pbs</c>.</summary>
    public required string Category { get; init; }

    /// <summary>The verdict and what it rests on, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>False when there is no verdict, so that silence is not read as a pass.</summary>
    public required bool IsConclusive { get; init; }

    /// <summary>What could not be read.</summary>
    public ImmutableArray<string> Blind { get; init; } = [];

    /// <summary>Those that were tried, broken or not; ids are unique.</summary>
    public required ImmutableArray<AnnotationRule> Rules { get; init; }

    /// <summary>The worst first: readers cut lists.</summary>
    public required ImmutableArray<Annotation> Annotations { get; init; }

    /// <summary>Accepted ones last, then by severity, in the order given otherwise; fingerprints that repeat get a number.</summary>
    public static ImmutableArray<Annotation> Arrange(IEnumerable<Annotation> annotations)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. annotations.Select(annotation =>
        {
            var count = seen[annotation.Fingerprint] = seen.GetValueOrDefault(annotation.Fingerprint) + 1;
            return count == 1 ? annotation : annotation with { Fingerprint = string.Create(CultureInfo.InvariantCulture, $"{annotation.Fingerprint}-{count}") };
        })
        .OrderBy(annotation => annotation.IsAccepted)
        .ThenByDescending(annotation => annotation.Severity)];
    }
}
