using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>Parts of assessments made by hand, and their names for theories.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 23, 6, 9, 43, TimeSpan.Zero);

    public static readonly PolicySummary Policy = new(
        "homelab", "Proxmox Backup Strategy", "4.2", PolicyPhase.Local, "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");

    public static readonly EstateSummary Estate = new(
        "homelab", "9.1.4", AsOf - TimeSpan.FromMinutes(12), "sha256:a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa", 2, 5, 3, 4);

    /// <summary>All that goldens exist for.</summary>
    public static readonly ImmutableArray<string> Names = ["rich", "compliant", "accepted", "hostile"];

    /// <summary>All states a page can be in.</summary>
    public static readonly ImmutableArray<string> AllNames = [.. Names, "all-waived", "unchanged", "unjudged", "below-the-gate", "nothing", "large"];

    public static Assessment Named(string name) => name switch
    {
        "rich" => RichSample.Assessment,
        "accepted" => AcceptedSample.Assessment,
        "all-waived" => AcceptedSample.AllWaived,
        "unchanged" => AcceptedSample.Unchanged,
        "compliant" => CompliantSample.Assessment,
        "hostile" => HostileSample.Assessment,
        "unjudged" => EdgeSamples.Unjudged,
        "below-the-gate" => EdgeSamples.BelowTheGate,
        "nothing" => EdgeSamples.Nothing,
        "large" => LargeSample.Assessment,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static string Render(IReportRenderer renderer, Assessment assessment) => System.Text.Encoding.UTF8.GetString(Bytes(renderer, assessment));

    public static byte[] Bytes(IReportRenderer renderer, Assessment assessment)
    {
        using var stream = new MemoryStream();
        renderer.Render(assessment, stream);
        return stream.ToArray();
    }

    public static Place At(int line) => new("policy.yaml", line, 5, line, 20);

    public static Subject Guest(string id, string? name, int? tier) => new(SubjectKind.Guest, id, name, tier);

    public static MatrixRow Row(int? tier, string title, int guests, params (int Pass, int Fail, int Unknown)[] cells)
        => new(tier, title, guests, [.. cells.Select(cell => new MatrixCell(cell.Pass, cell.Fail, cell.Unknown))]);
}
