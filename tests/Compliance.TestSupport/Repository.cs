namespace Compliance.TestSupport;

/// <summary>Paths of the checkout the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Compliance.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root, given with forward slashes.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Compliance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Compliance.sln above {AppContext.BaseDirectory}: tests run from a checkout.");
    }
}
