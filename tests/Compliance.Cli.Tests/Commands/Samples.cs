namespace Compliance.Cli.Tests.Commands;

/// <summary>Places of the samples, as arguments.</summary>
internal static class Samples
{
    public static string Policy => Repository.PathOf("samples/homelab");

    public static string Inventory(string name) => Repository.PathOf($"samples/homelab/inventories/{name}.json");

    public static string Recording(string name) => Repository.PathOf($"samples/recordings/{name}");
}
