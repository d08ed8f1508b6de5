using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>What two lineages have in common.</summary>
public sealed record DiskComparison
{
    public required DiskComparisonVerdict Verdict { get; init; }

    /// <summary>For people: the disks in common, or why they are shared or separate; empty when unknown.</summary>
    public required string Text { get; init; }

    /// <summary>True when one of the two lineages, or a step of the comparison, is a conclusion and not seen.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The disks in common; empty when they are separate, or shared without a disk being known.</summary>
    public ImmutableArray<PhysicalDisk> Disks { get; init; } = [];

    /// <summary>At least one when unknown, else none.</summary>
    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>One storage definition holds both.</summary>
    public static DiskComparison SameStorage { get; } = Shared("one storage holds both");

    internal static DiskComparison Shared(string text, bool isInferred = false)
        => new() { Verdict = DiskComparisonVerdict.Shared, Text = text, IsInferred = isInferred };

    internal static DiskComparison Separate(string text, bool isInferred)
        => new() { Verdict = DiskComparisonVerdict.Separate, Text = text, IsInferred = isInferred };

    internal static DiskComparison Unknown(params IEnumerable<Gap> gaps)
        => new() { Verdict = DiskComparisonVerdict.Unknown, Text = string.Empty, Gaps = [.. gaps] };
}
