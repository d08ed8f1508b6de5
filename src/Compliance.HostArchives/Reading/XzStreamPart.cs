namespace Compliance.HostArchives.Reading;

/// <summary>One stream of an xz file: a file may hold several, and tools that unpack in parallel write them.</summary>
/// <param name="Start">of its header in the file</param>
/// <param name="Length">to the end of its footer</param>
/// <param name="Unpacked">bytes that its index promises</param>
/// <param name="HasCheck">a checksum covers the content of each block</param>
internal sealed record XzStreamPart(long Start, long Length, long Unpacked, bool HasCheck);
