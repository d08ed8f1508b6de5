namespace Compliance.Proxmox;

/// <summary>
/// An answer that is there but not understood. Caught where the answer was asked for, and made a gap that names the endpoint:
/// what is not understood must never turn into a default.
/// </summary>
internal sealed class WireException(string message) : Exception(message);
