namespace Compliance.Core.Model;

/// <summary>What people attest of a clause that no rule speaks of.</summary>
/// <param name="Holds">false: its last day is over, and nobody vouches any more</param>
/// <param name="Words">who says so, until when and where, for people; holds text of people</param>
public sealed record ClauseAttestation(bool Holds, string Words);
