using System.Collections.Frozen;

namespace Compliance.Core.Facts.Configurations;

/// <summary>What a plugin of pve-storage says of its type (PVE/Storage/*Plugin.pm: plugindata, options).</summary>
internal sealed record StorageType
{
    public required SectionSchema Schema { get; init; }

    /// <summary>Content types it can hold.</summary>
    public required FrozenSet<string> Contents { get; init; }

    /// <summary>Content types it holds when nothing is said; not the same for all, and only two of them hold backups.</summary>
    public required string[] DefaultContents { get; init; }

    /// <summary>Values of <c>format</c>; empty where it has no choice.</summary>
    public required string[] Formats { get; init; }

    /// <summary>It is the same on all nodes, whatever the file says (PVE/Storage/Plugin.pm, SHARED_STORAGE).</summary>
    public bool IsShared { get; init; }

    /// <summary>Its path is <c>/mnt/pve/ID</c> unless said otherwise.</summary>
    public bool IsMountedByPve { get; init; }

    /// <summary>Its path is checked and written in canonical form (PVE/Storage/DirPlugin.pm, check_config).</summary>
    public bool IsDirectory { get; init; }
}
