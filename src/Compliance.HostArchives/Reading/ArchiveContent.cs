using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Model;

namespace Compliance.HostArchives.Reading;

/// <summary>
/// What an archive holds, as far as it was read: names below the folders that are asked for, and digests of a few files. Nothing of a
/// file's content is kept but the host's own name.
/// </summary>
/// <param name="folders">files at or below these are listed, absolute</param>
internal sealed class ArchiveContent(IReadOnlyCollection<string> folders)
{
    /// <summary>A host has some thousand files of configuration.</summary>
    private const int MostMembers = 200_000;

    private const string NodesFolder = "/etc/pve/nodes/";

    private readonly SortedDictionary<string, string?> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> nodes = new(StringComparer.Ordinal);
    private string? local;
    private string? hostname;
    private int members;

    /// <summary>Sorted by path.</summary>
    public ImmutableArray<HostArchiveFile> Files => [.. files.Select(file => new HostArchiveFile(file.Key, file.Value))];

    /// <summary>
    /// Where <c>/etc/pve/local</c> points: pmxcfs makes that link on each node to its own folder. Else the host's name, else the only
    /// node there is; null when nothing tells.
    /// </summary>
    public string? Node => local ?? hostname ?? (nodes.Count == 1 ? nodes.First() : null);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="DamagedArchiveException">it is not whole; what was read so far stays</exception>
    public void Read(TarWalk walk)
    {
        while (walk.Next() is { } member)
        {
            if (++members > MostMembers)
            {
                throw new BeyondBoundsException($"it holds more than {MostMembers} members, and no more are read of any archive");
            }

            Take(member, walk);
        }

        if (members == 0)
        {
            throw new DamagedArchiveException("it holds nothing");
        }
    }

    private void Take(TarMember member, TarWalk walk)
    {
        if (ArchivePath.Normal(member.Name) is not { } path)
        {
            return;
        }

        NoteNode(path);

        // As tar unpacks: the last member of a name replaces the one before, whatever kind it is.
        var isListed = folders.Any(folder => ArchivePath.IsWithin(path, folder));
        files.Remove(path);
        if (member.IsSymbolicLink)
        {
            NoteLink(path, member.Link);
        }
        else if (member.IsHardLink)
        {
            TakeHardLink(path, member.Link, isListed);
        }
        else if (member.IsFile && !member.Name.EndsWith('/'))
        {
            TakeFile(path, member, walk, isListed);
        }
    }

    private void TakeFile(string path, TarMember member, TarWalk walk, bool isListed)
    {
        if (path == "/etc/hostname")
        {
            hostname = ReadName(walk, member);
        }

        var digest = isListed && !member.IsSparse && ArchivePath.IsDigested(path) ? DigestOf(walk) : null;
        if (isListed)
        {
            files[path] = digest;
        }
    }

    /// <summary>A second name of a member before it; of anything else it proves nothing.</summary>
    private void TakeHardLink(string path, string link, bool isListed)
    {
        if (isListed && ArchivePath.Normal(link) is { } target && files.TryGetValue(target, out var digest))
        {
            files[path] = ArchivePath.IsDigested(path) ? digest : null;
        }
    }

    private void NoteLink(string path, string link)
    {
        if (path == "/etc/pve/local" && link.TrimEnd('/').Split('/') is [.., "nodes", var name] && HostArchiveName.IsNode(name))
        {
            local = name;
        }
    }

    private void NoteNode(string path)
    {
        if (path.StartsWith(NodesFolder, StringComparison.Ordinal)
            && path[NodesFolder.Length..].Split('/')[0] is var name && HostArchiveName.IsNode(name))
        {
            nodes.Add(name);
        }
    }

    private static string? ReadName(TarWalk walk, TarMember member)
    {
        // A host name has at most 64 characters (HOST_NAME_MAX); the rest of a longer file is passed over.
        var bytes = new List<byte>();
        walk.Data(piece => bytes.AddRange(piece[..Math.Min(piece.Length, 256 - bytes.Count)]));
        var name = member.IsSparse ? "" : Encoding.UTF8.GetString([.. bytes]).Trim().Split('.')[0];
        return HostArchiveName.IsNode(name) ? name : null;
    }

    private static string DigestOf(TarWalk walk)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        walk.Data(hash.AppendData);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
