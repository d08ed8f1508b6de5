using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The wording of what lint found.</summary>
internal static class LintWords
{
    /// <summary><c>lint: 4 files, 1 error, 0 warnings, 2 notes, 1 suppressed</c>; the last two where there are any.</summary>
    public static string Summary(LintRun run)
    {
        int Of(Severity severity) => run.Problems.Count(problem => problem.Severity == severity);
        return $"lint: {Words.Count(run.Files.Count, "file")}, {Words.Count(Of(Severity.Error), "error")}, {Words.Count(Of(Severity.Warning), "warning")}"
            + (Of(Severity.Info) is var notes and > 0 ? $", {Words.Count(notes, "note")}" : "")
            + (run.Suppressed.IsEmpty ? "" : $", {run.Suppressed.Length} suppressed");
    }
}
