namespace Compliance.Proxmox;

/// <summary>How far a collection is.</summary>
/// <param name="Wave">1 the cluster, 2 its nodes, jobs and guests, 3 their storages and backups; the furthest one begun</param>
/// <param name="Done">requests answered</param>
/// <param name="Expected">requests known to be needed so far; grows from wave to wave</param>
public readonly record struct CollectionProgress(int Wave, int Done, int Expected);
