namespace Compliance.Cli;

/// <summary>
/// Writes a file whole or not at all: a run that is killed, or a disk that is full, leaves the old one as it was.
/// </summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">the file cannot be written</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, mayReplace: true);

    /// <summary>Writes a file that must not be there yet, whoever makes it meanwhile.</summary>
    /// <exception cref="UsageException">there is one, or it cannot be written</exception>
    public static void WriteNew(string path, Action<Stream> write) => Write(path, write, mayReplace: false);

    private static void Write(string path, Action<Stream> write, bool mayReplace)
    {
        var full = Path.GetFullPath(path);
        var unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(unfinished, full, mayReplace);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write \"{path}\": {fault.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
