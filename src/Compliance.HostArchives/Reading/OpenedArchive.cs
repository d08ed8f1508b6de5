using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.HostArchives.Reading;

/// <summary>What reading an archive to its end told; see <see cref="HostArchive"/>.</summary>
/// <param name="HasChecksum">null when it could not even be begun</param>
/// <param name="Node">null when nothing that was read tells</param>
internal sealed record OpenedArchive(HostArchiveState State, string? Reason, bool? HasChecksum, string? Node, ImmutableArray<HostArchiveFile> Files)
{
    /// <param name="file">at its beginning; it can be sought in</param>
    /// <param name="folders">what of it is listed</param>
    /// <param name="bound">the most bytes it may unpack to</param>
    public static OpenedArchive Read(Stream file, ArchiveFormat format, IReadOnlyCollection<string> folders, long bound, CancellationToken cancellation)
    {
        var content = new ArchiveContent(folders);
        bool? hasChecksum = null;
        OpenedArchive Ended(HostArchiveState state, string? reason) => new(state, reason, hasChecksum, content.Node, content.Files);
        try
        {
            var (tar, isChecked) = ArchiveDecoder.Open(file, format, bound, cancellation);
            hasChecksum = isChecked;
            using (tar)
            {
                content.Read(new TarWalk(tar));
            }

            return Ended(HostArchiveState.Good, null);
        }
        catch (DamagedArchiveException e)
        {
            return Ended(HostArchiveState.Damaged, e.Message);
        }
        catch (BeyondBoundsException e)
        {
            return Ended(HostArchiveState.Unreadable, e.Message);
        }
    }
}
