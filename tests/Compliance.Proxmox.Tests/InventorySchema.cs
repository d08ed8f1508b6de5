using System.Text;
using NJsonSchema;

namespace Compliance.Proxmox.Tests;

/// <summary>The published schema of inventory files, as other tools would use it.</summary>
internal static class InventorySchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(Repository.Read("schemas/inventory.schema.json")));

    public static async Task<IReadOnlyList<string>> ValidateAsync(byte[] file)
        => [.. (await Schema.Value).Validate(Encoding.UTF8.GetString(file)).Select(error => error.ToString())];
}
