using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>A restore point to test.</summary>
/// <param name="Why">why this one, in words</param>
/// <param name="IsDoubtful">whether it is whole could not be told</param>
internal sealed record DrillPoint(RestorePoint Point, string Why, bool IsDoubtful);
