namespace Compliance.Cli.Tests.Commands;

/// <summary>Places of the samples, as arguments.</summary>
internal static class Samples
{
    public static string Policy => Repository.PathOf("samples/homelab");

    /// <summary>Copies what the sample's policy points at, and what was recorded, into a folder that holds the policy, or a variant of it.</summary>
    public static void CopyRecords(TemporaryFolder folder)
    {
        foreach (var name in (string[])["runbook.md", "runbook.md.lock", "evidence/log-reviews.yaml"])
        {
            folder.File(name, Repository.Read($"samples/homelab/{name}"));
        }
    }

    public static string Inventory(string name) => Repository.PathOf($"samples/homelab/inventories/{name}.json");

    public static string Recording(string name) => Repository.PathOf($"samples/recordings/{name}");
}
