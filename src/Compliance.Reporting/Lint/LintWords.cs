using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The wording of what lint found.</summary>
internal static class LintWords
{
    /// <summary><c>lint: 4 files, 1 error, 0 warnings</c>.</summary>
    public static string Summary(LintRun run)
    {
        var errors = run.Problems.Count(problem => problem.Severity == Severity.Error);
        return $"lint: {Words.Count(run.Files.Count, "file")}, {Words.Count(errors, "error")}, {Words.Count(run.Problems.Length - errors, "warning")}";
    }
}
