namespace Compliance.HostArchives.Writing;

/// <summary>
/// Makes files and directories that only their owner may read, from their first moment on. The guards tell the compiler that a node is
/// no Windows; host-backup refuses one before.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>0700.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        Directory.CreateDirectory(path, File | UnixFileMode.UserExecute);
    }

    /// <summary>0600.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        return new FileStream(path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, UnixCreateMode = File });
    }

    /// <summary>Whether only the owner may do anything with it.</summary>
    public static bool IsPrivate(FileStatus status) => (status.Mode & ~File) == 0;
}
