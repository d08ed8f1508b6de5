namespace Compliance.HostArchives.Writing;

/// <summary>What a name in a directory stands for.</summary>
internal enum FileKind
{
    RegularFile,
    Directory,
    SymbolicLink,

    /// <summary>A device, a socket or a FIFO: nothing that an archive of configuration can hold, and reading one may never end.</summary>
    Special,
}
