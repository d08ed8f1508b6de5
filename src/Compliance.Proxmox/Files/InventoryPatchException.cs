using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>A case changes an inventory in a way that cannot be done.</summary>
/// <param name="place">where the case says so</param>
/// <param name="message">what is wrong, as a clause without a final stop</param>
public sealed class InventoryPatchException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
