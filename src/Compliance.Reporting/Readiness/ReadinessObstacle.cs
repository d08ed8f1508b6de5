using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One thing in the way as every output for people shows it. Texts are visible and of bounded length, not escaped.</summary>
/// <param name="Verdict">it fails, or nobody could judge it</param>
/// <param name="Subject">one, or several with the same reason</param>
/// <param name="Fix">what resolves it, never cut; null when nothing is known to</param>
internal sealed record ReadinessObstacle(Verdict Verdict, string Subject, string Message, string Rules, string? Fix);
