using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A storage of guests and one of backups that have a disk in common, or of which nobody can say.</summary>
/// <param name="Data">its place in <see cref="LineageNode.Storages"/></param>
/// <param name="Backups">its place there; the same for one storage that holds both</param>
/// <param name="IsShared">false: nobody can say, and the gaps tell why</param>
/// <param name="What">what they have in common, in words; empty when nobody can say</param>
/// <param name="IsInferred">a step of it is a conclusion and was not seen</param>
public sealed record LineageSharing(int Data, int Backups, bool IsShared, string What, bool IsInferred, ImmutableArray<Gap> Gaps);
