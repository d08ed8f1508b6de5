namespace Compliance.Core.Facts.Retentions;

/// <summary>What pruning does with a backup, in Proxmox's words (<c>mark</c> of the prune dry run).</summary>
public enum PruneMark
{
    Keep,
    Remove,

    /// <summary>Never pruned and not counted.</summary>
    Protected,

    /// <summary>Not a standard vzdump name: left alone and not counted.</summary>
    Renamed,

    /// <summary>Proxmox Backup Server only: an unfinished snapshot that may still be written. It covers no period.</summary>
    KeepPartial,
}
