using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>A storage of the picture while its grounds are still being collected.</summary>
internal sealed class StorageDraft(string name, bool holdsData, bool holdsBackups, Observed<Lineage> lineage)
{
    public string Name { get; } = name;

    public bool HoldsData { get; } = holdsData;

    public bool HoldsBackups { get; } = holdsBackups;

    public Observed<Lineage> Lineage { get; } = lineage;

    /// <summary>In the order in which <see cref="GroundList"/> met them.</summary>
    public List<int> Grounds { get; } = [];

    /// <param name="places">where each ground has its place now</param>
    public LineageStorage Of(ImmutableArray<int> places) => new(
        Name,
        Lineage.IsKnown && !Name.StartsWith('/') ? Lineage.Value!.Storage.Type : null,
        HoldsData,
        HoldsBackups,
        Lineage.Match(
            way => way!.Verdict switch
            {
                LineageVerdict.Proved => LineageProof.Proved,
                LineageVerdict.Inferred => LineageProof.Inferred,
                LineageVerdict.Remote => LineageProof.Remote,
                _ => LineageProof.Unknown,
            },
            _ => LineageProof.Unknown),
        Lineage.Match(way => way!.Proof, _ => ""),
        Lineage.Match(way => way!.Verdict == LineageVerdict.Unknown ? way.Gaps : [], gap => [gap]),
        [.. Grounds.Select(ground => places[ground]).Order()]);
}
