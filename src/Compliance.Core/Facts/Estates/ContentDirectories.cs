using Compliance.Core.Facts.Disks;
using Compliance.Core.Facts.Properties;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Where below its path a storage keeps each type of content (pve-storage <c>PVE/Storage/Plugin.pm:get_subdir</c>).</summary>
internal static class ContentDirectories
{
    /// <summary>Directories of more than one type, as <c>dump (backup, iso)</c>, sorted; none for a storage without a path.</summary>
    public static IEnumerable<string> Shared(StorageState storage)
    {
        if (storage.Path is not { } path)
        {
            return [];
        }

        var own = PropertyString.Split(storage.ContentDirs ?? "", defaultKey: "path") ?? [];
        return storage.Content
            .Select(type => (Type: type, Directory: own.LastOrDefault(part => part.Key == type).Value ?? Default(type)))
            .Where(kept => kept.Directory is not null)
            .GroupBy(kept => StoragePath.Normal($"{path}/{kept.Directory}"), StringComparer.Ordinal)
            .Where(directory => directory.Count() > 1)
            .Select(directory => $"{directory.First().Directory} ({string.Join(", ", directory.Select(kept => kept.Type))})")
            .Order(StringComparer.Ordinal);
    }

    private static string? Default(string type) => type switch
    {
        "images" or "snippets" or "import" => type,
        "rootdir" => "private",
        "iso" => "template/iso",
        "vztmpl" => "template/cache",
        "backup" => "dump",
        _ => null,
    };
}
