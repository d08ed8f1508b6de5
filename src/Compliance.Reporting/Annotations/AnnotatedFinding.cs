using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A finding at the line of the policy that asks for it.</summary>
internal static class AnnotatedFinding
{
    private const string NotJudged = "could not be judged";

    public static Annotation Of(Finding finding, DateTimeOffset asOf, SourceRoot sources)
    {
        var isUnknown = finding.Verdict != Verdict.Fail;
        var subject = Subject(finding.Subject);
        var waived = finding.Waiver is { } waiver ? WaiverText.Of(waiver, asOf) : null;
        var message = UntrustedText.Shortened(finding.Message, Limits.Message);
        return new Annotation
        {
            Kind = isUnknown ? AnnotationKind.Unknown : AnnotationKind.Fail,
            Rule = finding.Rule,
            Severity = finding.Severity,
            Place = sources.Locate(finding.Policy),
            Subject = subject,
            SubjectKind = finding.Subject.Kind,
            // The engine's own words for it begin so; a rule's may not.
            Message = isUnknown && !message.StartsWith(NotJudged, StringComparison.Ordinal) ? $"{subject}: {NotJudged}: {message}" : $"{subject}: {message}",
            Details = Details(finding, waived),
            Live = Live(finding),
            Waived = waived,
            Drift = finding.Drift,
            Fingerprint = finding.Fingerprint,
        };
    }

    /// <summary><c>qemu/101 (ca01)</c>; without the name where there is none.</summary>
    public static string Subject(Subject subject)
    {
        var id = UntrustedText.Shortened(subject.Id, Limits.Name);
        return subject.Name is { } name ? $"{id} ({UntrustedText.Shortened(name, Limits.Name)})" : id;
    }

    private static string? Live(Finding finding)
    {
        if (finding.Live is not { } live)
        {
            return null;
        }

        var place = UntrustedText.Shortened($"{live.Endpoint} {live.Field}", Limits.Value);
        return finding.Actual is { } actual ? $"{place}: {UntrustedText.Shortened(actual, Limits.Value)}" : place;
    }

    private static ImmutableArray<string> Details(Finding finding, string? waived)
    {
        List<string> lines = [];
        void Add(string label, string? text)
        {
            if (text is { Length: > 0 })
            {
                lines.Add($"{label}: {text}");
            }
        }

        Add("expected", UntrustedText.Shortened(finding.Expected, Limits.Value));
        Add("actual", UntrustedText.Shortened(finding.Actual, Limits.Value));
        Add("because", ReasonText.Of(finding));
        foreach (var gap in finding.Missing)
        {
            Add("missing", UntrustedText.Shortened(gap.ToString(), Limits.Value));
        }

        Add("fix", UntrustedText.Shortened(finding.Fix, Limits.Message));
        Add("waived", waived);
        return [.. lines];
    }
}
