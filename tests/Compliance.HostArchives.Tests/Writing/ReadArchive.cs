using System.Formats.Tar;
using System.Text;
using SharpCompress.Compressors.ZStandard;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>What is in an archive, by the name in it.</summary>
internal static class ReadArchive
{
    public static SortedDictionary<string, (TarEntry Entry, byte[] Content)> Of(string file)
    {
        var entries = new SortedDictionary<string, (TarEntry, byte[])>(StringComparer.Ordinal);
        using var content = new DecompressionStream(File.OpenRead(file), leaveOpen: false);
        using var tar = new TarReader(content);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            entries.Add(entry.Name, (entry, bytes.ToArray()));
        }

        return entries;
    }

    public static string Text(this SortedDictionary<string, (TarEntry Entry, byte[] Content)> entries, string name)
        => Encoding.UTF8.GetString(entries[name].Content);
}
