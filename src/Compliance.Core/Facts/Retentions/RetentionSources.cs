namespace Compliance.Core.Facts.Retentions;

/// <summary>What the levels say about retention, each as a property string; null where a level says nothing.</summary>
public sealed record RetentionSources
{
    /// <summary><c>prune-backups</c> of the job.</summary>
    public string? JobPruneBackups { get; init; }

    /// <summary><c>remove</c> of the job.</summary>
    public bool? JobRemove { get; init; }

    /// <summary>Id of the target storage, for messages.</summary>
    public string StorageId { get; init; } = "local";

    /// <summary><c>content</c> of the target storage; null when it is not known, which is then not judged.</summary>
    public string? StorageContent { get; init; }

    /// <summary><c>prune-backups</c> of the target storage.</summary>
    public string? StoragePruneBackups { get; init; }

    /// <summary><c>prune-backups</c> of the node's vzdump.conf.</summary>
    public string? VzdumpConfPruneBackups { get; init; }

    /// <summary><c>remove</c> of the node's vzdump.conf.</summary>
    public bool? VzdumpConfRemove { get; init; }
}
