namespace Compliance.Reporting;

/// <summary>What could not be judged, and what would have shown it.</summary>
internal static class TextUnjudged
{
    /// <summary>A person reading a terminal sees so many of the same; without a width limit all are written.</summary>
    private const int ShownOfOneReason = 5;

    public static void Write(TextPage page, ReportModel report)
    {
        if (!report.Unjudged.IsEmpty)
        {
            TextRenderer.Heading(page, $"Could not be judged ({report.Findings.Unknown})");
            foreach (var rule in report.Unjudged)
            {
                Rule(page, rule, report.Assessment.AsOf);
            }
        }

        if (report.Assessment.BlindSpots.IsEmpty)
        {
            return;
        }

        TextRenderer.Heading(page, "What could not be read, and what it costs");
        foreach (var spot in report.Assessment.BlindSpots)
        {
            page.Paragraph(
                4,
                new TextSpan(UntrustedText.Shortened(spot.Gap.ToString(), Limits.Message), Ink.Doubtful),
                $"  costs {Words.Count(spot.Subjects, "verdict")} of {string.Join(", ", spot.Rules.Select(UntrustedText.Visible))}");
        }
    }

    private static void Rule(TextPage page, RuleGroup rule, DateTimeOffset asOf)
    {
        foreach (var reason in rule.Findings.GroupBy(finding => string.Join('\n', finding.Missing), StringComparer.Ordinal))
        {
            var findings = reason.ToList();
            var shown = page.Width is null || findings.Count <= ShownOfOneReason + 1 ? findings.Count : ShownOfOneReason;
            foreach (var finding in findings.Take(shown))
            {
                TextFinding.Write(page, finding, asOf);
            }

            if (shown < findings.Count)
            {
                page.Paragraph(4, $"… and {findings.Count - shown} more subjects of {rule.First.Rule} for the same reason; the json report names each");
            }
        }
    }
}
