using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Model;

namespace Compliance.HostArchives.Reading;

/// <summary>Opens one archive and reads it to its end.</summary>
/// <param name="folders">what of it is listed</param>
/// <param name="bound">the most bytes it may unpack to</param>
internal sealed class HostArchiveFileReader(IReadOnlyCollection<string> folders, long bound, CancellationToken cancellation)
{
    /// <summary>Null for a file that is no archive.</summary>
    public HostArchive? Read(FileInfo file)
    {
        var isMeant = ArchiveMagic.IsMeantByName(file.Name);
        if (file.LinkTarget is not null)
        {
            return isMeant ? Described(file) with { State = HostArchiveState.Unreadable, Reason = "it is a symbolic link, and none is followed; name the directory it points into" } : null;
        }

        // What is no regular file has no size (stat(2)), so a pipe, which would keep the tool waiting, is never opened.
        if (file.Length == 0)
        {
            return isMeant ? Described(file) with { State = HostArchiveState.Damaged, Reason = "it is empty, or no regular file" } : null;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            var format = ArchiveMagic.Of(stream);
            return format != ArchiveFormat.Other ? Read(file, stream, format)
                : isMeant ? Described(file) with { State = HostArchiveState.Damaged, Reason = "it is neither a tar nor packed by gzip, zstd or xz" }
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return isMeant ? Described(file) with { State = HostArchiveState.Unreadable, Reason = $"it cannot be read: {e.Message}" } : null;
        }
    }

    /// <summary>What its name and its file tell.</summary>
    public static HostArchive Described(FileInfo file)
    {
        var own = HostArchiveName.Parse(file.Name);
        var modified = Second(file.LastWriteTimeUtc);
        return new HostArchive
        {
            Name = file.Name,
            Node = own is not null
                ? Observation.Known<string?>(own.Node)
                : Observation.Unreadable<string?>(new Gap(file.Name, "its name does not tell whose it is, and it was not read far enough to tell")),
            TakenAt = own?.TakenAt ?? modified,
            TakenFrom = own is null ? HostArchiveTime.File : HostArchiveTime.Name,
            ModifiedAt = modified,
            Size = file.LinkTarget is null ? file.Length : 0,
            State = HostArchiveState.NotOpened,
            Files = [],
        };
    }

    private HostArchive Read(FileInfo file, FileStream stream, ArchiveFormat format)
    {
        var opened = OpenedArchive.Read(stream, format, folders, bound, cancellation);
        var described = Described(file);
        var node = described.Node.IsKnown ? described.Node
            : opened.Node is { } name ? Observation.Known<string?>(name)
            : opened.State == HostArchiveState.Good ? Observation.Known<string?>(null)
            : described.Node;
        return described with { Node = node, State = opened.State, Reason = opened.Reason, HasChecksum = opened.HasChecksum, Files = opened.Files };
    }

    private static DateTimeOffset Second(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
