namespace Compliance.Cli;

/// <summary>A file that a person wrote and that a program may change: never through a link, never against its permissions, never over another's work.</summary>
internal static class SourceFile
{
    /// <summary>Puts other content in place at once, with the same permissions; a run that is killed leaves the old file as it was.</summary>
    /// <param name="folder">the policy repository; may be reached through a link</param>
    /// <param name="name">relative to it, with forward slashes</param>
    /// <param name="expected">what the file must hold still</param>
    /// <exception cref="UsageException">it was not written, and why</exception>
    public static void Replace(string folder, string name, byte[] expected, byte[] content)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, name)));
            if (LinkOn(folder, name) is { } link)
            {
                throw new UsageException($"\"{link.Name}\" is a link to \"{link.LinkTarget}\"; run lint --fix where the file itself is");
            }

            if (Refusal(file, expected) is { } why)
            {
                throw new UsageException(why);
            }

            Replace(file, content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(fault.Message);
        }
    }

    private static void Replace(FileInfo file, byte[] content)
    {
        var unfinished = $"{file.FullName}.{Environment.ProcessId}.tmp";
        // Not over anything: a link of that name could lead anywhere.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = file.UnixFileMode;
        }

        using var stream = new FileStream(unfinished, options);
        try
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, file.UnixFileMode); // what is asked for on creation is cut by the umask
            }

            stream.Close();
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The first part of the way from the folder to the file that is a link; null when there is none.</summary>
    private static FileInfo? LinkOn(string folder, string name)
    {
        var at = folder;
        foreach (var part in name.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at) is { LinkTarget: not null } link)
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>Why a file is not to be changed; null when it may be.</summary>
    private static string? Refusal(FileInfo file, byte[] expected)
    {
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
}
