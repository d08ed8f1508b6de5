using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Runs and retention simulated together, as of one day.</summary>
/// <param name="Runs">when backups are made, for people: <c>mon..fri 22:00</c>, or with its job <c>02:30 (job "nightly")</c></param>
/// <param name="Keep">what is pruned by, and who says so</param>
/// <param name="Days">of which a restore point would be there, newest first</param>
/// <param name="Points">restore points in all; several may be of one day</param>
/// <param name="GrowsForever">nothing is ever pruned: the days are those of the time simulated, and no end of it</param>
public sealed record RetentionSide(string Runs, string Keep, ImmutableArray<DateOnly> Days, int Points, bool GrowsForever);
