namespace Compliance.Proxmox;

/// <summary>Paths of the API.</summary>
internal static class Endpoint
{
    /// <summary>A path without its query: what a gap names.</summary>
    public static string Of(string path) => path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? path[..query] : path;

    /// <summary>An id as one segment of a path. Legacy job ids hold a colon, which the API wants escaped.</summary>
    public static string Segment(string id) => Uri.EscapeDataString(Checked(id));

    /// <summary>The id, unless it would change the path it becomes a part of.</summary>
    public static string Checked(string id) => id is "" or "." or ".." ? throw new WireException($"\"{id}\" cannot be an id") : id;

    public static string Node(string node) => "/nodes/" + Segment(node);

    /// <summary>The log of a task. A UPID's own punctuation may stand in a path, and stands there in Proxmox's own requests.</summary>
    public static string TaskLog(string node, string upid)
    {
        var segment = Segment(upid).Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal)
            .Replace("%21", "!", StringComparison.Ordinal);
        return $"{Node(node)}/tasks/{segment}/log";
    }

    public static string Storage(string node, string storage) => $"{Node(node)}/storage/{Segment(storage)}";

    /// <summary>The node a path is about, escaped as in the path; null for what the whole cluster knows.</summary>
    public static string? NodeOf(string path)
    {
        const string Prefix = "/nodes/";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.AsSpan(Prefix.Length).IndexOfAny('/', '?');
        return end < 0 ? null : path.Substring(Prefix.Length, end);
    }
}
