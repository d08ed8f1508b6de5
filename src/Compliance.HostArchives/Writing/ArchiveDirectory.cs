using System.Collections.Immutable;
using Compliance.Core.Facts.HostArchives;

namespace Compliance.HostArchives.Writing;

/// <summary>The directory that holds a node's archives, perhaps beside those of other nodes and files of other people.</summary>
internal sealed class ArchiveDirectory
{
    /// <summary>At the end of a file that is not finished.</summary>
    public const string Unfinished = ".part";

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string _node;

    private ArchiveDirectory(string path, string node)
    {
        Path = path;
        _node = node;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>The directory itself, or the one above while it is not there.</summary>
    private string Nearest => Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path) ?? "/";

    /// <exception cref="HostBackupException">there is no such directory, and none that it could be made in</exception>
    public static ArchiveDirectory At(string to, string node)
    {
        if (to.Length == 0)
        {
            throw HostBackupException.BadInput("--to is empty: give the directory of the archives.");
        }

        var directory = new ArchiveDirectory(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(to)), node);
        if (File.Exists(directory.Path))
        {
            throw HostBackupException.BadInput($"--to \"{to}\" is a file: give a directory.");
        }

        // Only the last folder is ever made: the one above is where the disk of the backups should be mounted.
        return Directory.Exists(directory.Nearest)
            ? directory
            : throw HostBackupException.BadInput($"there is no directory \"{directory.Nearest}\" to make \"{to}\" in. Is the disk of the backups mounted?");
    }

    /// <summary>What the kernel says of the directory, links followed; of the one above while it is not there.</summary>
    public FileStatus? Status() => NativeFiles.Status(Nearest + "/");

    public bool IsOnFileSystemOf(HostRoot root)
        => Status() is { } here && NativeFiles.Status(root.Source("/")) is { } host && here.Device == host.Device;

    public long FreeSpace(HostBackupEdges edges) => edges.FreeSpace(Nearest);

    /// <summary>Makes it when it is missing, for its owner only.</summary>
    public void Create()
    {
        if (!Directory.Exists(Path))
        {
            PrivateFiles.CreateDirectory(Path);
            NativeFiles.FlushDirectory(Nearest);
        }
    }

    /// <summary>What lets others read or replace what is in it; null when nothing does.</summary>
    public string? Openness()
        => Directory.Exists(Path) && Status() is { } status && (status.Mode & OthersWrite) != 0
            ? $"others than its owner may write to {Path}, and so replace or remove archives: chmod 700 {Path}"
            : null;

    /// <summary>Keeps other runs for the same node out until it is disposed; a run that dies lets go of it too.</summary>
    /// <exception cref="HostBackupException">another run has it</exception>
    public FileStream Lock()
    {
        var file = System.IO.Path.Combine(Path, $".pve-host-{_node}.lock");
        try
        {
            return PrivateFiles.Open(file, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException) && File.Exists(file))
        {
            throw HostBackupException.Failed($"another host-backup of {_node} is writing to {Path}: wait until it is done. ({fault.Message})");
        }
    }

    /// <summary>Removes what a run that died has left. Only under <see cref="Lock"/>.</summary>
    public void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(Path).Where(IsLeftover))
        {
            File.Delete(file);
        }
    }

    /// <summary>This node's archives by our own name, and those of them that are empty: such a one is no backup and stands for none.</summary>
    public (ImmutableArray<HostArchiveName> Archives, ImmutableArray<string> Empty) List()
    {
        if (!Directory.Exists(Path))
        {
            return ([], []);
        }

        var files = Directory.EnumerateFileSystemEntries(Path)
            .Select(file => (Name: HostArchiveName.Parse(System.IO.Path.GetFileName(file)), Status: NativeFiles.Status(file)))
            .Where(file => file.Name?.Node == _node && file.Status?.Kind == FileKind.RegularFile)
            .ToLookup(file => file.Status!.Value.Size > 0, file => file.Name!);
        return ([.. files[true]], [.. files[false].Select(name => name.ToString())]);
    }

    public string FileOf(HostArchiveName archive) => System.IO.Path.Combine(Path, archive.ToString());

    /// <summary>The first name from a moment on that nothing in the directory has: two runs may fall into one second.</summary>
    public HostArchiveName FreeName(DateTimeOffset now)
    {
        var archive = new HostArchiveName(_node, DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        while (NativeFiles.Status(FileOf(archive)) is not null)
        {
            archive = archive with { TakenAt = archive.TakenAt.AddSeconds(1) };
        }

        return archive;
    }

    // NAME.part, NAME.config.db.part and what SQLite lays beside the latter.
    private bool IsLeftover(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        var end = name.IndexOf(".tar.zst.", StringComparison.Ordinal);
        return end > 0 && name.AsSpan(end).Contains(Unfinished, StringComparison.Ordinal)
            && HostArchiveName.Parse(name[..(end + ".tar.zst".Length)])?.Node == _node;
    }
}
