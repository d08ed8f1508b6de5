using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary><c>--previous</c>: the earlier inventory that changes are sought against.</summary>
internal sealed class PreviousInput
{
    public Option<string?> Option { get; } = new("--previous")
    {
        Description = "an inventory that collect wrote earlier: changes since then must be documented in changes/",
    };

    /// <summary>Reads it; null when none is given.</summary>
    /// <exception cref="UsageException">it is of another estate, or not earlier</exception>
    public async Task<Inventory?> ReadAsync(ParseResult parsed, Inventory now, CollectionScope scope, CancellationToken cancellation)
    {
        if (parsed.GetValue(Option) is not { } file)
        {
            return null;
        }

        var earlier = await new InventoryFile(file).CollectAsync(scope, cancellation).ConfigureAwait(false);
        return earlier.Name != now.Name
            ? throw new UsageException($"--previous {file}: it is an inventory of \"{earlier.Name}\", not of \"{now.Name}\".")
            : earlier.CollectedAt > now.CollectedAt
            ? throw new UsageException($"--previous {file}: it was collected after the inventory that is judged.")
            : earlier;
    }
}
