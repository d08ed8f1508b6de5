using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The restore points on one storage as one node listed them.</summary>
/// <param name="Node">the node that was asked; for a shared storage any node gives the same list</param>
/// <param name="Points">by guest and time</param>
public sealed record StorageBackups(string Storage, string Node, Observed<ImmutableArray<RestorePoint>> Points);
