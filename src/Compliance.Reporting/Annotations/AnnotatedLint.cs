using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Problems of the files people write, as annotations.</summary>
internal static class AnnotatedLint
{
    public static AnnotatedRun Of(LintRun run)
    {
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return new AnnotatedRun
        {
            Category = "lint",
            Summary = LintWords.Summary(run),
            IsConclusive = true,
            Rules = [.. run.Codes.Select(code => new AnnotationRule(code.Code, Name(code.Title), code.Title, code.Explanation, code.Severity, ["policy repository"])
            {
                Explain = $"pve-compliance explain {code.Code}",
            })],
            Annotations = AnnotatedRun.Arrange(
            [
                .. run.Problems.Select(problem => Of(problem, run, lines)),
                .. run.Suppressed.Select(suppressed => Of(suppressed.Problem, run, lines) with
                {
                    Waived = $"by {UntrustedText.Visible(suppressed.By.ToString())}: {UntrustedText.Shortened(suppressed.Reason, Limits.Value)}",
                    IsWaivedInSource = true,
                }),
            ]),
        };
    }

    private static Annotation Of(Problem problem, LintRun run, Dictionary<string, string[]> lines) => new()
    {
        Kind = AnnotationKind.Fail,
        Rule = problem.Code,
        Severity = problem.Severity,
        Place = run.Sources.Locate(problem.Place),
        Message = UntrustedText.Shortened(problem.Message, Limits.Message),
        Details = problem.Fix is { } fix ? [$"fix: {UntrustedText.Shortened(fix, Limits.Message)}"] : [],
        // What is inserted is bytes of a file and cannot be spelled out: nobody is offered what they cannot see.
        Edit = problem.Edit is { } edit && UntrustedText.Visible(edit.Text) == edit.Text
            ? (run.Sources.Locate(edit.Place), edit.Text, UntrustedText.Shortened(problem.Fix ?? problem.Message, Limits.Message))
            : null,
        // By the text of the line and not by its number: moving it makes nothing new.
        Fingerprint = AnnotationIdentity.Of(problem.Code, problem.Place.File, LineOf(problem.Place, run, lines).Trim()),
    };

    private static string LineOf(Place place, LintRun run, Dictionary<string, string[]> lines)
    {
        if (!lines.TryGetValue(place.File, out var found))
        {
            lines.Add(place.File, found = run.Files.TryGetValue(place.File, out var text) ? text.Split('\n') : []);
        }

        return found.ElementAtOrDefault(place.Line - 1) ?? "";
    }

    private static string Name(string title) => title.Replace(' ', '-').ToLowerInvariant();
}
