using System.Diagnostics.CodeAnalysis;

namespace Compliance.Cli;

/// <summary>A file that a person wrote and that a program may change: never through a link, never against its permissions, never over another's work.</summary>
internal static class SourceFile
{
    /// <summary>Puts other content in place at once, with the same permissions; a run that is killed leaves the old file as it was.</summary>
    /// <param name="expected">what the file must hold still</param>
    /// <exception cref="UsageException">it was not written, and why</exception>
    public static void Replace(string path, byte[] expected, byte[] content)
    {
        var full = Path.GetFullPath(path);
        var unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            var file = new FileInfo(full);
            if (Refusal(file, expected) is { } why)
            {
                throw new UsageException(why);
            }

            using (var stream = Create(unfinished, file))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(unfinished, file.UnixFileMode); // what is asked for on creation is cut by the umask
            }

            File.Move(unfinished, full, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(fault.Message);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Why a file is not to be changed; null when it may be.</summary>
    private static string? Refusal(FileInfo file, byte[] expected)
    {
        if (file.LinkTarget is { } target)
        {
            return $"it is a link to \"{target}\"; run lint --fix where the file itself is";
        }

        if (!file.Exists)
        {
            return "it is not there any more";
        }

        if (file.IsReadOnly)
        {
            return "it is read-only; allow writing to it first (chmod u+w)";
        }

        return file.Length == expected.Length && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(expected)
            ? null
            : "it changed since it was read; run lint --fix again";
    }

    [SuppressMessage("Interoperability", "CA1416:Validate platform compatibility", Justification = "asked for on Unix only")]
    private static FileStream Create(string path, FileInfo like) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.Write,
        UnixCreateMode = OperatingSystem.IsWindows() ? null : like.UnixFileMode,
    });
}
