using System.Formats.Tar;

namespace Compliance.HostArchives.Writing;

/// <summary>An entry as it was put into an archive, to compare with what comes out of it.</summary>
/// <param name="Name">as in the archive, without a slash at the end</param>
/// <param name="Length">of a file, in bytes; 0 of others</param>
/// <param name="Content">SHA-256 of a file's content, the target of a symbolic link, empty for a directory</param>
internal sealed record WrittenEntry(string Name, TarEntryType Type, long Length, string Content);
