using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A ZFS pool and its leaf devices, logs and caches included; unreadable when only the pool's name was given.</summary>
public sealed record ZfsPool(string Name, Observed<ImmutableArray<string>> Devices);
