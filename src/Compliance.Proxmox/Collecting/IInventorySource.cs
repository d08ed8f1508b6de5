using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Where an inventory comes from: the live API, or a file written earlier.</summary>
public interface IInventorySource
{
    /// <param name="scope">what the chosen rules need; a file gives what it holds</param>
    /// <exception cref="InventoryException">there is no inventory to be had; the message is for the user</exception>
    Task<Inventory> CollectAsync(CollectionScope scope, CancellationToken cancellationToken);
}
