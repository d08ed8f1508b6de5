namespace Compliance.Core.Model;

/// <summary>A record of a restore test to fill in. Lint refuses it as it stands, so that nobody commits it as proof.</summary>
/// <param name="Level">the tier it speaks for</param>
/// <param name="File">its name in the policy repository, such as <c>evidence/restore-test-tier1-2026-11-23.yaml</c></param>
/// <param name="Text">the YAML document</param>
/// <param name="IsWritten">whether it is there now</param>
public sealed record EvidenceForm(int Level, string File, string Text, bool IsWritten);
