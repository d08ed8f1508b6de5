using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A suite for each file: one case that passed when nothing is wrong with it, otherwise a case for each problem.</summary>
internal static class JUnitLint
{
    private const string Package = "lint";

    public static IEnumerable<JUnitSuite> Of(LintRun run)
    {
        // A file that could not be read has problems, but no text.
        var files = run.Files.Keys.Concat(run.Problems.Select(problem => problem.Place.File)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = run.Sources.Locate(new Place(file, 1, 1, 1, 1)).File;
            var cases = run.Problems.Where(problem => problem.Place.File == file).Select(problem => Case(problem, name, run.Files.ContainsKey(file))).ToList();
            yield return new JUnitSuite(Package, name, run.At, cases.Count > 0 ? [.. cases] : [new JUnitCase(name, "has no problems", JUnitResult.Passed)]);
        }
    }

    private static JUnitCase Case(Problem problem, string file, bool wasRead)
    {
        var message = UntrustedText.Shortened(problem.Message, Limits.Message);
        var place = UntrustedText.Visible((problem.Place with { File = file }).ToString());
        return new JUnitCase(
            file,
            $"{problem.Code} {message}",
            wasRead ? JUnitResult.Failure : JUnitResult.Error,
            Words.Of(problem.Severity),
            $"{place} {problem.Code}: {message}",
            problem.Fix is { } fix ? UntrustedText.Shortened(fix, Limits.Message) : "");
    }
}
