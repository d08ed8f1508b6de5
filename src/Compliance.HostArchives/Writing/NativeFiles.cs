using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Compliance.HostArchives.Writing;

/// <summary>
/// The three calls of the C library that the framework has no other way to: it does not tell a FIFO from a file, whom a file belongs
/// to, or what file system it lies on, and cannot flush a directory.
/// </summary>
internal static partial class NativeFiles
{
    private const int NoEntry = 2;
    private const int NotADirectory = 20;
    private const int WorkingDirectory = -100;
    private const int DoNotFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const int CloseOnExec = 0x80000;
    private const uint BasicAndMount = 0x7FF | 0x1000;

    /// <summary>Of the name itself, not of what a symbolic link points to; null when there is none.</summary>
    /// <exception cref="IOException">it cannot be asked for; the message names the path</exception>
    public static FileStatus? Status(string path)
    {
        if (Statx(WorkingDirectory, path, DoNotFollow, BasicAndMount, out var buffer) == 0)
        {
            return Of(buffer);
        }

        var error = Marshal.GetLastPInvokeError();
        return error is NoEntry or NotADirectory ? null : throw Fault(path, error);
    }

    /// <summary>Of an open file, whatever happened to its name.</summary>
    public static FileStatus Status(SafeFileHandle file, string path)
        => Statx((int)file.DangerousGetHandle(), "", EmptyPath, BasicAndMount, out var buffer) == 0
            ? Of(buffer)
            : throw Fault(path, Marshal.GetLastPInvokeError());

    /// <summary>Makes the names in a directory survive a loss of power; a file system that cannot is no fault.</summary>
    public static void FlushDirectory(string path)
    {
        var handle = Open(path, CloseOnExec);
        if (handle >= 0)
        {
            _ = FSync(handle);
            _ = Close(handle);
        }
    }

    private static FileStatus Of(in StatxBuffer buffer) => new()
    {
        Kind = (buffer.Mode & 0xF000) switch
        {
            0x8000 => FileKind.RegularFile,
            0x4000 => FileKind.Directory,
            0xA000 => FileKind.SymbolicLink,
            _ => FileKind.Special,
        },
        Mode = (UnixFileMode)(buffer.Mode & 0xFFF),
        Uid = (int)buffer.Uid,
        Gid = (int)buffer.Gid,
        Size = (long)buffer.Size,
        ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(buffer.ModifiedSeconds).AddTicks(buffer.ModifiedNanoseconds / 100),
        Inode = buffer.Inode,
        Device = ((ulong)buffer.DeviceMajor << 32) | buffer.DeviceMinor,
        Mount = (buffer.Mask & 0x1000) == 0 ? 0 : buffer.Mount,
    };

    private static IOException Fault(string path, int error) => new($"\"{path}\": {Marshal.GetPInvokeErrorMessage(error)}");

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out StatxBuffer buffer);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
