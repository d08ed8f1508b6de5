using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Goes through the catalog of one snapshot, no further than it must: each directory is a request.</summary>
internal sealed class CatalogWalk(Datastore datastore, Snapshot snapshot, int most, CancellationToken cancellation)
{
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> listed = new(StringComparer.Ordinal);

    /// <summary>Paths of the host, sorted.</summary>
    public IEnumerable<string> Files => files;

    /// <summary>The first reason why more may be inside; null when there is none.</summary>
    public Gap? Unlisted { get; private set; }

    public void Miss(string reason) => Unlisted ??= new Gap(snapshot.Name, reason);

    /// <summary>Takes what is at or below <paramref name="wanted"/>, if the archive reaches there.</summary>
    /// <param name="archive">its folder in the catalog, such as <c>etc.pxar.didx</c></param>
    /// <param name="root">the path of the host it was made of</param>
    public async Task TakeAsync(string archive, string root, string wanted)
    {
        var path = IsWithin(wanted, root) ? wanted : IsWithin(root, wanted) ? root : null;
        if (path is null)
        {
            return;
        }

        // Down from the archive's own root, so that what is not there is seen not to be, and is no error of the server.
        var at = root;
        foreach (var part in path[(root == "/" ? 0 : root.Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var names = await ListAsync(Inside(archive, root, at)).ConfigureAwait(false);
            if (names is null || !names.TryGetValue(part, out var kind))
            {
                return;
            }

            at = Join(at, part);
            if (kind != "d")
            {
                Note(at, kind);
                return;
            }
        }

        await DescendAsync(archive, root, at, isOneEnough: !IsWithin(at, "/etc/pve") && !IsWithin(at, "/etc/network")).ConfigureAwait(false);
    }

    /// <summary>Null when it could not be listed, which is remembered.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ListAsync(string path)
    {
        if (listed.TryGetValue(path, out var before))
        {
            return before;
        }

        if (listed.Count >= most)
        {
            Miss($"more than {most} directories would have to be listed");
            return null;
        }

        var answer = await datastore.CatalogAsync(snapshot, path, cancellation).ConfigureAwait(false);
        Unlisted ??= answer.Unreadable;
        return listed[path] = answer.IsKnown ? answer.Value : null;
    }

    private async Task DescendAsync(string archive, string root, string at, bool isOneEnough)
    {
        if (await ListAsync(Inside(archive, root, at)).ConfigureAwait(false) is not { } names)
        {
            return;
        }

        foreach (var (name, kind) in names.Where(one => one.Value != "d"))
        {
            Note(Join(at, name), kind);
        }

        foreach (var name in names.Where(one => one.Value == "d").Select(one => one.Key).Order(StringComparer.Ordinal))
        {
            var below = Join(at, name);
            if (isOneEnough && files.Any(file => IsWithin(file, at)))
            {
                return;
            }

            if (name != ".." && name != "." && !name.Contains('/', StringComparison.Ordinal))
            {
                await DescendAsync(archive, root, below, isOneEnough).ConfigureAwait(false);
            }
        }
    }

    // Links and pipes are no files. Names that are no text, or hold what no path of a policy can, are none that is asked for.
    private void Note(string path, string kind)
    {
        if (kind is "f" or "h" && !path.Any(c => char.IsControl(c) || c == '\uFFFD') && !path.Split('/').Contains(".."))
        {
            files.Add(path);
        }
    }

    private static string Inside(string archive, string root, string at) => $"/{archive}{(root == "/" ? at.TrimEnd('/') : at[root.Length..])}";

    private static string Join(string folder, string name) => folder == "/" ? $"/{name}" : $"{folder}/{name}";

    private static bool IsWithin(string path, string folder)
        => path == folder || folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/');
}
