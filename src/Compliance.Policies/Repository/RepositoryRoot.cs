using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>Where a policy repository is: its files, and which of them is the policy.</summary>
/// <param name="WhenMissing">what to say, and what to do, when the policy is not there</param>
internal sealed record RepositoryRoot(IPolicyFiles Files, string PolicyFile, Func<(string Message, string Fix)> WhenMissing)
{
    /// <summary>The name of the policy when a folder is given.</summary>
    public const string DefaultPolicyFile = "policy.yaml";

    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static RepositoryRoot At(string path)
    {
        if (Directory.Exists(path))
        {
            var folder = new FolderFiles(path);
            return new RepositoryRoot(folder, DefaultPolicyFile, () => ($"no policy.yaml in \"{path}\"", WhatInstead(folder)));
        }

        var missing = ($"there is no file or folder \"{path}\"", "Give the folder that holds policy.yaml, or the file itself.");
        if (path.Length == 0 || path.Contains('\0'))
        {
            return new RepositoryRoot(new NoFiles(), DefaultPolicyFile, () => missing); // Path.GetFullPath throws for these
        }

        var full = Path.GetFullPath(path);
        return new RepositoryRoot(new FolderFiles(Path.GetDirectoryName(full) ?? full), Path.GetFileName(full), () => missing);
    }

    public static RepositoryRoot Of(IPolicyFiles files) => new(files, DefaultPolicyFile, () => ("no policy.yaml here", WhatInstead(files)));

    private static string WhatInstead(IPolicyFiles files) => files.Read("policy.yml").IsMissing
        ? "Write one (samples/homelab of pve-compliance is an example), or name another folder."
        : "Rename \"policy.yml\" to policy.yaml.";

    private sealed class NoFiles : IPolicyFiles
    {
        public FileContent Read(string name) => FileContent.Missing;

        public ImmutableArray<string>? List(string folder) => null;
    }
}
