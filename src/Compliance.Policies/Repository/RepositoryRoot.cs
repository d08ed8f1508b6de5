using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>Where a policy repository is: its files, and which of them is the policy.</summary>
/// <param name="Folder">where the files are in the file system; empty when they are nowhere there</param>
/// <param name="WhenMissing">what to say, and what to do, when the policy is not there</param>
internal sealed record RepositoryRoot(IPolicyFiles Files, string PolicyFile, string Folder, Func<(string Message, string Fix)> WhenMissing)
{
    /// <summary>The name of the policy when a folder is given.</summary>
    public const string DefaultPolicyFile = "policy.yaml";

    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static RepositoryRoot At(string path)
    {
        if (Directory.Exists(path))
        {
            var folder = new FolderFiles(path);
            return new RepositoryRoot(folder, DefaultPolicyFile, path, () => ($"no policy.yaml in \"{path}\"", WhatInstead(folder)));
        }

        var missing = ($"there is no file or folder \"{path}\"", "Give the folder that holds policy.yaml, or the file itself.");
        if (path.Length == 0 || path.Contains('\0'))
        {
            return new RepositoryRoot(new NoFiles(), DefaultPolicyFile, "", () => missing); // Path.GetFullPath throws for these
        }

        var full = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(full) ?? full;
        return new RepositoryRoot(new FolderFiles(parent), Path.GetFileName(full), parent, () => missing);
    }

    public static RepositoryRoot Of(IPolicyFiles files) => new(files, DefaultPolicyFile, "", () => ("no policy.yaml here", WhatInstead(files)));

    private static string WhatInstead(IPolicyFiles files) => files.Read("policy.yml").IsMissing
        ? "Write one (samples/homelab of pve-compliance is an example), or name another folder."
        : "Rename \"policy.yml\" to policy.yaml.";

    private sealed class NoFiles : IPolicyFiles
    {
        public FileContent Read(string name) => FileContent.Missing;

        public bool Has(string name) => false;

        public ImmutableArray<string>? List(string folder) => null;
    }
}
