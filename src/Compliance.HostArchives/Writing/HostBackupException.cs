namespace Compliance.HostArchives.Writing;

/// <summary>No archive was written, and nothing was deleted. The message is for people: what is wrong, and how to put it right.</summary>
public sealed class HostBackupException(HostBackupFault fault, string message) : Exception(message)
{
    public HostBackupFault Fault { get; } = fault;

    internal static HostBackupException BadInput(string message) => new(HostBackupFault.BadInput, message);

    internal static HostBackupException Failed(string message) => new(HostBackupFault.Failed, message);
}
