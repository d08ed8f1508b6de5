using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>Finds the source repository that a policy lies in: what a forge shows has paths relative to it.</summary>
internal static class SourceRoots
{
    private const string DefaultPolicyFile = "policy.yaml";

    /// <summary>
    /// The nearest folder at or above the policy's that git keeps; without one the current folder, when the policy lies below it
    /// (containers of CI often lack <c>.git</c>, and begin at the root); otherwise the policy's own.
    /// </summary>
    /// <param name="policy">a folder, or the policy file itself</param>
    public static SourceRoot Of(string policy)
    {
        if (policy.Length == 0 || policy.Contains('\0', StringComparison.Ordinal))
        {
            return SourceRoot.Itself; // Path.GetFullPath throws for these, and the loader has its words for them
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(policy));
        var isFolder = Directory.Exists(full);
        var folder = isFolder ? full : Path.GetDirectoryName(full) ?? full;
        return new SourceRoot(Below(GitRoot(folder) ?? Directory.GetCurrentDirectory(), folder), isFolder ? DefaultPolicyFile : Path.GetFileName(full));
    }

    private static string? GitRoot(string folder)
    {
        // A worktree and a submodule have a file of that name.
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return at;
            }
        }

        return null;
    }

    private static string Below(string root, string folder)
    {
        var relative = Path.GetRelativePath(root, folder).Replace('\\', '/');
        return relative == "." || Path.IsPathRooted(relative) || relative.Split('/')[0] == ".." ? "" : relative;
    }
}
