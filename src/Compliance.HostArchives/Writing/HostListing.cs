using System.Collections.Immutable;

namespace Compliance.HostArchives.Writing;

/// <summary>Everything of a host that goes into the archive, as it was at one moment; by path.</summary>
/// <param name="Entries">each path once, a directory before what is in it</param>
/// <param name="Skipped">what is there and cannot go in, each with the reason</param>
internal sealed record HostListing(ImmutableArray<HostEntry> Entries, ImmutableArray<string> Skipped)
{
    public long Bytes => Entries.Where(entry => entry.Status.Kind == FileKind.RegularFile).Sum(entry => entry.Status.Size);

    /// <summary>
    /// What is in one and not in the other; null when both name the same. A guest that moved to another node between the listing of
    /// the two is in neither of the two places, and an archive without it would look whole.
    /// </summary>
    public string? FirstDifference(HostListing other)
    {
        static HashSet<(string, FileKind)> Names(HostListing listing) => [.. listing.Entries.Select(entry => (entry.Path, entry.Status.Kind))];
        var (mine, others) = (Names(this), Names(other));
        mine.SymmetricExceptWith(others);
        return mine.Select(difference => difference.Item1).Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
