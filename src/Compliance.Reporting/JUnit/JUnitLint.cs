using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A suite for each file: one case that passed when nothing is wrong with it, otherwise a case for each problem. Notes and what was suppressed are skipped.</summary>
internal static class JUnitLint
{
    private const string Package = "lint";

    public static IEnumerable<JUnitSuite> Of(LintRun run)
    {
        // A file that could not be read has problems, but no text.
        var all = run.Problems.Select(problem => (Problem: problem, Reason: (string?)null))
            .Concat(run.Suppressed.Select(suppressed => (suppressed.Problem, Reason: (string?)suppressed.Reason)))
            .OrderBy(one => one.Problem.Place.Line)
            .ToList();
        var files = run.Files.Keys.Concat(all.Select(one => one.Problem.Place.File)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = run.Sources.Locate(new Place(file, 1, 1, 1, 1)).File;
            var cases = all.Where(one => one.Problem.Place.File == file).Select(one => Case(one.Problem, one.Reason, name, run.Files.ContainsKey(file))).ToList();
            yield return new JUnitSuite(Package, name, run.At, cases.Count > 0 ? [.. cases] : [new JUnitCase(name, "has no problems", JUnitResult.Passed)]);
        }
    }

    private static JUnitCase Case(Problem problem, string? suppressed, string file, bool wasRead)
    {
        var message = UntrustedText.Shortened(problem.Message, Limits.Message);
        var place = UntrustedText.Visible((problem.Place with { File = file }).ToString());
        return new JUnitCase(
            file,
            $"{problem.Code} {message}",
            suppressed is not null || problem.Severity == Severity.Info ? JUnitResult.Skipped : wasRead ? JUnitResult.Failure : JUnitResult.Error,
            Words.Of(problem.Severity),
            $"{(suppressed is null ? "" : $"suppressed, {UntrustedText.Shortened(suppressed, Limits.Value)}: ")}{place} {problem.Code}: {message}",
            problem.Fix is { } fix ? UntrustedText.Shortened(fix, Limits.Message) : "");
    }
}
