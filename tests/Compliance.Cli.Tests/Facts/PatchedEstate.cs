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
        var changes = set.Chunk(2).Select(pair => Change(InventoryChangeKind.Set, pair[0], pair[1]));
        var seen = InventoryPatch.Apply(File.ReadAllBytes(Samples.Inventory(sample)), sample, [.. changes]);
        return Estate.Build(Policy, EvidenceRecords.None, seen, seen.CollectedAt);
    }

    /// <summary>A value that could not be read, for <see cref="Of"/>.</summary>
    public static string Unreadable(string endpoint) => $$$"""{"unreadable": {"endpoint": "{{{endpoint}}}", "reason": "refused", "needs": null}}""";

    /// <summary>A change as a case would write it.</summary>
    public static InventoryChange Change(InventoryChangeKind kind, string path, string? value)
    {
        DocumentPath.TryParse(path, out var parsed, out var fault).Should().BeTrue("{0}: {1}", path, fault);
        return new InventoryChange(kind, parsed!, value, default);
    }
}
