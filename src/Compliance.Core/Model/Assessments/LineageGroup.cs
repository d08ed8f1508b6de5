using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Guests of one tier on one node whose data lies on the same storages and whose backups go to the same.</summary>
/// <param name="Guests">at least one, by vmid</param>
/// <param name="Tier">null for none, and when nobody could see it</param>
/// <param name="Ways">to the storages</param>
/// <param name="Gaps">why it may have more ways than these; empty when all were seen</param>
public sealed record LineageGroup(ImmutableArray<Subject> Guests, int? Tier, ImmutableArray<LineageWay> Ways, ImmutableArray<Gap> Gaps);
