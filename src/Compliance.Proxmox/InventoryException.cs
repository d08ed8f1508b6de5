namespace Compliance.Proxmox;

/// <summary>Ends a collection. The message is one line for the user: what is wrong, and what to do.</summary>
public sealed class InventoryException : Exception
{
    public InventoryException(InventoryFault fault, string reason, string message)
        : base(message)
    {
        Fault = fault;
        Reason = reason;
    }

    public InventoryFault Fault { get; }

    /// <summary>A few words, such as <c>connection refused</c>; the reason of a gap when the fault befalls one request among many.</summary>
    public string Reason { get; }
}
