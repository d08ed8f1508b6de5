using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>The last steps that all ways to a lineage have in common.</summary>
internal static class LineageSteps
{
    /// <summary>From a trace to a verdict: one gap makes it unknown, one inference makes it inferred.</summary>
    /// <param name="what">what was traced, such as <c>the volume group pve</c></param>
    /// <param name="inference">set when what was traced is itself a conclusion</param>
    public static Lineage Finish(Lineage lineage, DeviceTrace trace, string what, string? inference = null)
    {
        var found = lineage with { Disks = trace.Disks, Parts = [.. trace.Rows.Select(r => r.DevPath)] };
        if (!trace.Gaps.IsEmpty || trace.Disks.IsEmpty)
        {
            return found with
            {
                Verdict = LineageVerdict.Unknown,
                Gaps = trace.Gaps.IsEmpty ? [new Gap($"/nodes/{lineage.Node}/disks/list", $"no disk of {what} in it")] : trace.Gaps,
            };
        }

        var on = $"{what} on {string.Join(", ", found.Parts.IsEmpty ? found.Disks.Select(d => d.DevPath) : found.Parts)}";
        return (inference ?? trace.Inference) is { } reason
            ? found with { Verdict = LineageVerdict.Inferred, Proof = $"inferred: {on}, because {reason}" }
            : found with { Verdict = LineageVerdict.Proved, Proof = $"proved by {on}" };
    }

    public static Lineage OnServer(Lineage lineage, string? server, string? share, string proof)
        => server is not null && StorageKind.IsLoopback(server)
            ? lineage with
            {
                Verdict = LineageVerdict.Unknown,
                Server = server,
                Share = share,
                Gaps = [new Gap("/storage", $"{lineage.Storage.Id} is served by {server}, which is the node itself")],
            }
            : lineage with { Verdict = LineageVerdict.Remote, Proof = proof, Server = server, Share = share, IsOnRootFilesystem = false };
}
