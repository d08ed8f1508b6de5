namespace Compliance.Reporting.Tests.Annotations;

/// <summary>Everything the annotating formats can be asked to show, by name.</summary>
internal static class FormatRuns
{
    public static TheoryData<string> Names =>
        [.. Sample.AllNames.Concat(["hostile-more", "what-if", "gate-unknown", "point", "lint-clean", "lint-broken", "lint-hostile"])];

    public static string Render(string format, string name) => name switch
    {
        "lint-clean" => LintSample.Render(format, LintSample.Clean),
        "lint-broken" => LintSample.Render(format, LintSample.Broken),
        "lint-hostile" => LintSample.Render(format, LintSample.Hostile),
        "hostile-more" => Render(format, LintSample.Assessment),
        "what-if" => Render(format, RichSample.Assessment with { Policy = Sample.Policy with { Phase = PolicyPhase.Pbs, DeclaredPhase = PolicyPhase.Local } }),
        "gate-unknown" => Render(format, AcceptedSample.Unchanged with { Baseline = AcceptedSample.Unchanged.Baseline! with { Gate = Outcome.Unknown } }),
        "point" => Render(format, RichSample.Assessment with { Findings = [.. RichSample.Findings.Select(finding => finding with { Policy = null })] }),
        _ => Render(format, Sample.Named(name)),
    };

    public static string Render(string format, Assessment assessment)
        => Sample.Render(ReportFormats.Find(format, new ReportOptions { Sources = new SourceRoot("infra/backup policy", "policy.yaml") })!, assessment);
}
