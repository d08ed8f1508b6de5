using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary><c>&lt;!-- RB-40 --&gt;</c> in a runbook: the line it stands on, or stands alone before, states that clause.</summary>
/// <param name="Mark">the id inside the marker</param>
/// <param name="Stated">the line that is marked</param>
/// <param name="Section">the section that line is in, as an index</param>
internal sealed record RunbookMarker(string Clause, Place Mark, Place Stated, int Section);
