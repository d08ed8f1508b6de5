using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>One estate, judged.</summary>
/// <param name="Shown">what reports show</param>
/// <param name="Run">as the history keeps it; null when it does not</param>
/// <param name="ExitCode">what the run ends with; that nothing could be assessed when the run was to be kept and was not</param>
/// <param name="NotKept">why the history does not hold this run, though it should; null when all is well</param>
internal sealed record CheckedEstate(Assessment Shown, HistoryRun? Run, int ExitCode, string? NotKept);
