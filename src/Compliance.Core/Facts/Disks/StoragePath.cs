namespace Compliance.Core.Facts.Disks;

/// <summary>Absolute paths compared as text: nothing here follows symbolic links.</summary>
internal static class StoragePath
{
    /// <summary>Whether the path is the folder itself or lies below it.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var (inner, outer) = (Normal(path), Normal(folder));
        return inner == outer || outer == "/" || inner.StartsWith(outer + "/", StringComparison.Ordinal);
    }

    /// <summary>Without doubled, trailing or <c>.</c> parts.</summary>
    public static string Normal(string path)
        => "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));
}
