using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>
/// The archives of one node in all declared places, and what of them could not be seen. What is hidden may be a better archive or a worse
/// one, so only what an archive that was seen proves by itself is known in spite of it.
/// </summary>
public sealed class NodeArchives
{
    /// <summary>Clocks of hosts and file servers differ by so much without anything being wrong.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly List<StoredArchive> good = [];
    private readonly List<StoredArchive> damaged = [];
    private readonly List<Gap> gaps = [];

    private NodeArchives()
    {
    }

    /// <summary>Read to their end and whole, newest first.</summary>
    public IReadOnlyList<StoredArchive> Good => good;

    /// <summary>Not whole, or not of the time they claim, newest first; each with its reason. One that does not tell its node may be this one's.</summary>
    public IReadOnlyList<StoredArchive> Damaged => damaged;

    /// <summary>Why an archive of the node may not have been seen; null when all were.</summary>
    public Gap? Hidden => gaps.FirstOrDefault();

    /// <param name="found">what was found in the places; null when nobody looked</param>
    /// <param name="asOf">an archive of a later time is none yet</param>
    public static NodeArchives Of(string node, IEnumerable<HostArchiveSource> places, ImmutableArray<HostArchivePlace>? found, DateTimeOffset asOf)
    {
        var archives = new NodeArchives();
        foreach (var place in places)
        {
            var row = found?.FirstOrDefault(one => one.Place == place.Name);
            if (row?.Archives.Unreadable is { } unreadable)
            {
                archives.gaps.Add(unreadable);
            }
            else if (row is null)
            {
                archives.gaps.Add(new Gap(place.Name, "nobody looked there: collect with --policy where it is, or check there"));
            }
            else
            {
                archives.Take(node, place, row.Archives.Value, asOf);
                if (row.Hidden is { } hidden)
                {
                    archives.gaps.Add(hidden);
                }
            }
        }

        archives.good.Sort(Newest);
        archives.damaged.Sort(Newest);
        return archives;
    }

    private void Take(string node, HostArchiveSource place, ImmutableArray<HostArchive> found, DateTimeOffset asOf)
    {
        foreach (var archive in found.Where(one => !one.Node.IsKnown || string.Equals(one.Node.Value, node, StringComparison.OrdinalIgnoreCase)))
        {
            var path = place.Directory is { } directory ? $"{directory.Value}/{archive.Name}" : $"{place.Name} {archive.Name}";
            switch (archive.State)
            {
                case HostArchiveState.Good when archive.TakenAt > asOf + ClockSkew:
                    gaps.Add(new Gap(path, $"it is of {Words(archive.TakenAt)}, later than the moment that is judged: a clock is wrong, or the inventory is older than the archive"));
                    break;
                case HostArchiveState.Good when archive.ModifiedAt < archive.TakenAt - ClockSkew:
                    damaged.Add(new StoredArchive(archive with { Reason = $"its name says {Words(archive.TakenAt)}, and its file was last written before that, {Words(archive.ModifiedAt)}" }, place));
                    break;
                case HostArchiveState.Good when archive.Node.IsKnown:
                    good.Add(new StoredArchive(archive, place));
                    break;
                case HostArchiveState.Damaged:
                    damaged.Add(new StoredArchive(archive, place));
                    break;
                case HostArchiveState.Unreadable:
                    gaps.Add(new Gap(path, archive.Reason ?? "it could not be read"));
                    break;
                case HostArchiveState.NotOpened when !archive.Node.IsKnown:
                    gaps.Add(new Gap(path, $"not opened, so it may be of {node}: {archive.Reason}"));
                    break;
            }
        }
    }

    private static string Words(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static int Newest(StoredArchive one, StoredArchive other)
    {
        var byTime = other.Archive.TakenAt.CompareTo(one.Archive.TakenAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(other.Archive.Name, one.Archive.Name);
    }
}
