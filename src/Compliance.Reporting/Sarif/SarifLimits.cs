using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What code scanning takes: beyond the first number an upload is refused or silently cut. We cut, and say so.</summary>
internal static class SarifLimits
{
    /// <summary>Results it keeps of a run.</summary>
    public const int Results = 5000;

    /// <summary>Characters of a rule's name.</summary>
    public const int Name = 255;

    /// <summary>Characters of a rule's short and full description.</summary>
    public const int Description = 1024;

    /// <summary>Tags it keeps of a rule.</summary>
    public const int Tags = 10;

    private const string LeftOut = "results-left-out";

    /// <summary>The worst of too many results, and one more that counts the rest.</summary>
    public static AnnotatedRun Cut(AnnotatedRun run)
    {
        if (run.Annotations.Length <= Results)
        {
            return run;
        }

        var rest = run.Annotations.Length - (Results - 1);
        var notice = new Annotation
        {
            Kind = AnnotationKind.Unknown,
            Rule = LeftOut,
            Severity = run.Annotations[Results - 1].Severity,
            Place = run.Annotations[0].Place,
            Message = $"{Words.Count(rest, "result")} of {run.Annotations.Length} left out here, the least severe ones; the json report holds all",
            Drift = run.Annotations[0].Drift is null ? null : Drift.New,
            Fingerprint = LeftOut,
        };
        return run with
        {
            Rules = [.. run.Rules, new AnnotationRule(LeftOut, LeftOut, "A report holds every result", "Code scanning keeps 5,000 results of a run.", notice.Severity, ["verdict"])],
            Annotations = [notice, .. run.Annotations[..(Results - 1)]],
        };
    }
}
