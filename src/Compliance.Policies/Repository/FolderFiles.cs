using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>A policy repository in a folder of the file system.</summary>
public sealed class FolderFiles(string root) : IPolicyFiles
{
    /// <summary>Deep enough for any sorting into folders, and an end for links that lead back up. Names that begin with a dot are not listed.</summary>
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden,
    };

    public FileContent Read(string name)
    {
        var path = PathOf(name);
        try
        {
            if (Directory.Exists(path))
            {
                return FileContent.Unreadable("it is a folder");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = stream.CanSeek && stream.Length > 0 ? stream.Length : FileContent.Largest; // pipes and /proc have no length
            // One byte more than wanted tells "too large" without reading all of it, and a file that grows meanwhile.
            var bytes = new byte[Math.Min(length, FileContent.Largest) + 1];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read > length && read <= FileContent.Largest ? FileContent.Unreadable("it grew while it was read") : FileContent.Of(bytes[..read]);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileContent.Missing;
        }
        catch (UnauthorizedAccessException)
        {
            return FileContent.Unreadable("access is denied");
        }
        catch (IOException)
        {
            return FileContent.Unreadable("the system could not read it");
        }
    }

    public bool Has(string name) => File.Exists(PathOf(name));

    public ImmutableArray<string>? List(string folder)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path))
        {
            return null;
        }

        try
        {
            var names = new DirectoryInfo(path).EnumerateFiles("*", Below)
                .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'));
            return [.. names.Order(StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException("access is denied", fault);
        }
    }

    private string PathOf(string name) => Path.Combine(root, name);
}
