using Compliance.Core.Facts.Estates;

namespace Compliance.Core.Drills;

/// <summary>A guest whose turn it is, and the restore point to test.</summary>
/// <param name="Why">why it is its turn, in words</param>
internal sealed record DrillTurn(GuestFacts Guest, string Why, DrillPoint Point);
