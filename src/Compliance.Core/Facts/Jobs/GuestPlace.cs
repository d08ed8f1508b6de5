namespace Compliance.Core.Facts.Jobs;

/// <summary>A guest (VM, container or template) and the node it is on now.</summary>
public readonly record struct GuestPlace(int Vmid, string Node);
