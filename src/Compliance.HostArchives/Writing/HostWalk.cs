using System.Collections.Immutable;

namespace Compliance.HostArchives.Writing;

/// <summary>
/// Lists what goes into an archive. Symbolic links are entries, never followed; other file systems mounted below a path are not entered,
/// unless a path of the list names them (as <c>/etc/pve</c> is).
/// </summary>
internal sealed class HostWalk
{
    private readonly HostRoot _root;
    private readonly FileStatus? _target;
    private readonly SortedDictionary<string, HostEntry> _entries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _skipped = new(StringComparer.Ordinal);

    private HostWalk(HostRoot root, FileStatus? target)
    {
        _root = root;
        _target = target;
    }

    /// <param name="target">the directory of the archives, or the one it will be made in: it must not be among what they hold</param>
    /// <exception cref="HostBackupException">a required path is missing, or something cannot be listed</exception>
    public static HostListing List(HostRoot root, ImmutableArray<SavedPath> paths, FileStatus? target, CancellationToken cancellation)
    {
        var walk = new HostWalk(root, target);
        foreach (var path in paths)
        {
            walk.Add(path, cancellation);
        }

        foreach (var path in paths.Where(path => path.IsRequired))
        {
            walk.Demand(path.Path);
        }

        walk.DemandNode();

        // What was not entered from above may have been named itself.
        return new HostListing([.. walk._entries.Values], [.. walk._skipped.Where(skipped => !walk._entries.ContainsKey(skipped.Key)).Select(skipped => $"{skipped.Key}: {skipped.Value}")]);
    }

    private void Add(SavedPath saved, CancellationToken cancellation)
    {
        if (LinkAbove(saved.Path) is { } link)
        {
            // Below another root an absolute link leads into the running system: its files would go in under the wrong host's name.
            if (NativeFiles.Status(_root.Source(saved.Path)) is not null)
            {
                _skipped[saved.Path] = $"reached through {link}, which is a symbolic link";
            }

            return;
        }

        if (NativeFiles.Status(_root.Source(saved.Path)) is { } status && !SavedPaths.IsLeftOut(saved.Path))
        {
            Add(saved.Path, status, cancellation);
        }
    }

    private void Add(string path, FileStatus status, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (status.Kind == FileKind.Special)
        {
            _skipped[path] = "a device, socket or FIFO";
            return;
        }

        var source = _root.Source(path);
        var entry = new HostEntry
        {
            Path = path,
            Source = source,
            Status = status,
            LinkTarget = status.Kind == FileKind.SymbolicLink ? new FileInfo(source).LinkTarget : null,
        };
        if (status.Kind == FileKind.SymbolicLink && entry.LinkTarget is null)
        {
            return;
        }

        _entries[path] = entry;
        if (status.Kind == FileKind.Directory)
        {
            AddBelow(path, status, cancellation);
        }
    }

    private void AddBelow(string path, FileStatus directory, CancellationToken cancellation)
    {
        if (_target is { } target && target.IsSameFileAs(directory))
        {
            throw HostBackupException.BadInput($"{path} is to be saved, and the archives would lie in it: give --to a directory that is not.");
        }

        foreach (var name in NamesIn(path))
        {
            var below = $"{(path == "/" ? "" : path)}/{name}";
            if (SavedPaths.IsLeftOut(below))
            {
                continue;
            }

            if (NativeFiles.Status(_root.Source(below)) is not { } status)
            {
                RefuseUnreadableName(below, name);
                continue;
            }

            if (status.Kind == FileKind.Directory && status.Device != directory.Device)
            {
                // The directory that something is mounted on; what is in it is another file system's.
                _skipped.TryAdd(below, "another file system is mounted here; name it in host-paths to save it");
                continue;
            }

            Add(below, status, cancellation);
        }
    }

    private string[] NamesIn(string path)
    {
        try
        {
            var names = Directory.GetFileSystemEntries(_root.Source(path));
            return [.. names.Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostBackupException.Failed($"cannot list {path}: {fault.Message} Run host-backup as root; an archive without it would look whole.");
        }
    }

    // The framework reads names as UTF-8 and shows other bytes as U+FFFD: such a file is there and cannot be opened. One that was
    // removed since it was listed is simply gone.
    private static void RefuseUnreadableName(string path, string name)
    {
        if (name.Contains('\uFFFD'))
        {
            throw HostBackupException.Failed($"{path}: this name is not UTF-8, so the file cannot be saved: rename it.");
        }
    }

    private string? LinkAbove(string path)
    {
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (NativeFiles.Status(_root.Source(path[..slash]))?.Kind == FileKind.SymbolicLink)
            {
                return path[..slash];
            }
        }

        return null;
    }

    private void Demand(string path)
    {
        if (_entries.TryGetValue(path, out var entry))
        {
            DemandTarget(entry);
            return;
        }

        if (path == SavedPaths.Database && NativeFiles.Status(_root.Source(path)) is not null)
        {
            // In the archive as a copy, which is not of this listing.
            return;
        }

        if (SavedPaths.IsLeftOut(path) && path != SavedPaths.Database)
        {
            throw HostBackupException.BadInput($"{path} is of the running system and never saved: take it out of the policy's host-paths.");
        }

        throw HostBackupException.BadInput(_skipped.TryGetValue(path, out var reason)
            ? $"{path} is required and cannot be saved: {reason}. Name what it really is in host-paths."
            : $"{path} is required and is not there: restore it, or take it out of the policy's host-paths.");
    }

    // pmxcfs may stop after the host was looked at, and leave the empty directory it was mounted on.
    private void DemandNode()
    {
        if (!_entries.ContainsKey($"{SavedPaths.ClusterConfiguration}/nodes/{_root.Node}"))
        {
            throw HostBackupException.Failed($"{SavedPaths.ClusterConfiguration} is empty now: pmxcfs has stopped. Start it: systemctl start pve-cluster");
        }
    }

    // A link is no copy of what it points to: who asked for the path wants what is behind it.
    private void DemandTarget(HostEntry entry)
    {
        if (entry.LinkTarget is not { } link)
        {
            return;
        }

        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(entry.Path) ?? "/", link));
        if (!_entries.TryGetValue(target, out var behind) || behind.LinkTarget is not null)
        {
            throw HostBackupException.BadInput(
                $"{entry.Path} is required and is a symbolic link to {target}, which would not be in the archive: name {target} in the policy's host-paths too.");
        }
    }
}
