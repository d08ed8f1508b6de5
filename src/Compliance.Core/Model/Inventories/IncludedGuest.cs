using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A guest of a job with its volumes. A guest that does not exist has the type <c>unknown</c> and no volumes.</summary>
public sealed record IncludedGuest(int VmId, string Type, ImmutableArray<IncludedVolume> Volumes);
