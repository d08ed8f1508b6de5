namespace Compliance.Policies;

/// <summary>Names of files in a repository: relative, with forward slashes.</summary>
internal static class FileNames
{
    /// <summary>The name without its folders.</summary>
    public static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];
}
