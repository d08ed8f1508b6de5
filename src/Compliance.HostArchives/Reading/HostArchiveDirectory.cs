using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Compliance.Core.Model;

namespace Compliance.HostArchives.Reading;

/// <summary>
/// Lists the archives of a directory and opens the newest of each node: an older one is opened only when all newer ones turned out not
/// to be good.
/// </summary>
public static partial class HostArchiveDirectory
{
    /// <summary>What an archive may unpack to when nobody says otherwise: 4 GiB, a thousand times what hosts have.</summary>
    public const long DefaultBound = 4L << 30;

    private static readonly string[] AlwaysListed = ["/etc/pve", "/etc/network"];

    /// <summary>Reads the directory; subdirectories are not entered.</summary>
    /// <param name="directory">absolute</param>
    /// <param name="paths">further paths, absolute, whose files are listed</param>
    /// <param name="bound">the most bytes one archive may unpack to; an archive beyond it is unreadable</param>
    /// <param name="cancellation">stops between two pieces of a stream</param>
    /// <returns>unreadable when the directory cannot be listed: that is never the same as holding nothing</returns>
    public static HostArchivePlace Read(string directory, IEnumerable<string> paths, long bound, CancellationToken cancellation)
    {
        List<(FileInfo File, HostArchive Described)> files;
        try
        {
            files = [.. Newest(new DirectoryInfo(directory).EnumerateFiles())];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HostArchivePlace(directory, Observation.Unreadable<ImmutableArray<HostArchive>>(new Gap(directory, Why(e))), 0);
        }

        var reader = new HostArchiveFileReader([.. AlwaysListed, .. paths], bound, cancellation);
        var (found, others) = (ImmutableArray.CreateBuilder<HostArchive>(), 0);
        var settled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, described) in files)
        {
            var series = SeriesOf(file.Name);
            if (settled.TryGetValue(series, out var newer) && ArchiveMagic.IsMeantByName(file.Name))
            {
                found.Add(described with { Reason = $"{newer} is newer, and good" });
                continue;
            }

            if (reader.Read(file) is not { } archive)
            {
                others++;
                continue;
            }

            found.Add(archive);
            if (archive is { State: HostArchiveState.Good, Node.Value: not null })
            {
                settled.TryAdd(series, archive.Name);
            }
        }

        return new HostArchivePlace(directory, Observation.Known(found.ToImmutable()), others);
    }

    private static IEnumerable<(FileInfo File, HostArchive Described)> Newest(IEnumerable<FileInfo> files) => files
        .SelectMany(file => Described(file) is { } described ? [(File: file, Described: described)] : Array.Empty<(FileInfo File, HostArchive Described)>())
        .OrderByDescending(one => one.Described.TakenAt).ThenByDescending(one => one.File.Name, StringComparer.Ordinal);

    /// <summary>Null for a file that went away while the directory was listed: somebody prunes. One that may not be looked at makes the place unreadable.</summary>
    private static HostArchive? Described(FileInfo file)
    {
        try
        {
            return HostArchiveFileReader.Described(file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Archives whose names differ in a date only are of one host: <c>pve1-config.2026-11-23.tar.gz</c>.</summary>
    private static string SeriesOf(string name) => Date().Replace(name, "DATE");

    private static string Why(Exception e) => e switch
    {
        DirectoryNotFoundException => "there is no such directory where this runs: it is not mounted, or is another machine's",
        UnauthorizedAccessException => "whoever runs this may not list it",
        _ => e.Message,
    };

    // Years of this century, so that the numbers of hosts (pve01, 10-0-0-7) are no dates.
    [GeneratedRegex(@"20[0-9]{2}[-_.]?[0-9]{2}[-_.]?[0-9]{2}(?:[-_.T]?[0-9]{2}[-_.:h]?[0-9]{2}(?:[-_.:m]?[0-9]{2})?Z?)?", RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
