using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>A sample estate with a few values changed.</summary>
internal static class PatchedEstate
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    /// <param name="sample">such as <c>compliant</c></param>
    /// <param name="set">paths and their new values in JSON, in turn</param>
    public static Estate Of(string sample, params string[] set)
    {
        var changes = set.Chunk(2).Select(pair =>
        {
            DocumentPath.TryParse(pair[0], out var path, out _).Should().BeTrue();
            return new InventoryChange(InventoryChangeKind.Set, path!, pair[1], default);
        });
        var seen = InventoryPatch.Apply(File.ReadAllBytes(Samples.Inventory(sample)), sample, [.. changes]);
        return Estate.Build(Policy, EvidenceRecords.None, seen, seen.CollectedAt);
    }

    /// <summary>A value that could not be read, for <see cref="Of"/>.</summary>
    public static string Unreadable(string endpoint) => $$$"""{"unreadable": {"endpoint": "{{{endpoint}}}", "reason": "refused", "needs": null}}""";
}
