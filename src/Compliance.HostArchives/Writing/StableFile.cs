using System.Security.Cryptography;

namespace Compliance.HostArchives.Writing;

/// <summary>Reads a small file so that what comes out was the file at one moment, although others write to it.</summary>
internal static class StableFile
{
    /// <summary>In bytes. Files of configuration are smaller by far (pmxcfs allows 1 MiB); larger ones are streamed.</summary>
    public const long MostInMemory = 8 << 20;

    private const int Tries = 5;

    /// <param name="whileReading">called between the two looks at the file, so that a test can be the other writer</param>
    /// <returns>the content with the status it had; null when the file is gone</returns>
    /// <exception cref="HostBackupException">it cannot be read, or never stays the same for the time of reading it twice</exception>
    public static (byte[] Content, FileStatus Status)? Read(HostEntry entry, Action<string> whileReading)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                using var stream = Open(entry.Source);
                if (ReadOnce(stream, entry, whileReading) is { } read)
                {
                    return read;
                }
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw HostBackupException.Failed($"cannot read {entry.Path}: {fault.Message} Run host-backup as root; an archive without it would look whole.");
            }
        }

        throw HostBackupException.Failed(
            $"{entry.Path} changed each of the {Tries} times it was read: stop what writes to it for a moment, or take it out of the policy's host-paths.");
    }

    public static FileStream Open(string source) => new(source, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });

    // Times of pmxcfs are whole seconds, so the same time proves nothing: the content itself is read twice.
    private static (byte[] Content, FileStatus Status)? ReadOnce(FileStream stream, HostEntry entry, Action<string> whileReading)
    {
        var before = NativeFiles.Status(stream.SafeFileHandle, entry.Path);
        if (before.Kind != FileKind.RegularFile || before.Size > MostInMemory)
        {
            return null;
        }

        var content = new byte[before.Size];
        var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        whileReading(entry.Path);
        stream.Position = 0;
        var hash = SHA256.HashData(stream);
        var after = NativeFiles.Status(stream.SafeFileHandle, entry.Path);
        var isStable = length == content.Length && before == after && hash.AsSpan().SequenceEqual(SHA256.HashData(content));
        return isStable ? (content, after) : null;
    }
}
