using System.Collections.Immutable;

namespace Compliance.HostArchives.Writing;

/// <summary>What was written, to hold against what is read back.</summary>
/// <param name="Bytes">of the archive itself, compressed</param>
/// <param name="Sha256">of the archive itself, as it was handed to the file system</param>
internal sealed record WrittenArchive(ImmutableArray<WrittenEntry> Entries, long Bytes, string Sha256)
{
    /// <summary>Of all files inside, before compression.</summary>
    public long ContentBytes => Entries.Sum(entry => entry.Length);

    public int Files => Entries.Count(entry => entry.Type == System.Formats.Tar.TarEntryType.RegularFile);
}
