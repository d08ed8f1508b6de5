namespace Compliance.Reporting;

/// <summary>What could not be judged: never folded, because it is what a green report would hide.</summary>
internal static class MarkdownUnjudged
{
    private const int RulesRoom = 4_000;
    private const int BlindSpotsRoom = 6_000;
    private const int MostSubjects = 5;

    public static void Write(MarkdownPage page, ReportModel report)
    {
        if (report.Unjudged.IsEmpty && report.Assessment.BlindSpots.IsEmpty)
        {
            return;
        }

        page.Add("\n### What could not be judged, and why\n\n");
        page.AddList(RulesRoom, "", [.. report.Unjudged.Select(Rule)], "rules", "");
        if (report.Assessment.BlindSpots.IsEmpty)
        {
            return;
        }

        page.AddList(
            BlindSpotsRoom,
            "\n| Could not read | What came back | Needs | Costs |\n|---|---|---|---|\n",
            [
                .. report.Assessment.BlindSpots.Select(spot =>
                    $"| {MarkdownText.CodeCell(spot.Gap.Endpoint, Limits.Name)} | {MarkdownText.Prose(spot.Gap.Reason, Limits.Name)} | "
                    + $"{(spot.Gap.Needs is { } needs ? MarkdownText.CodeCell(needs, Limits.Name) : "no privilege opens this")} | {Words.Count(spot.Subjects, "verdict")} |\n"),
            ],
            "places",
            "");
    }

    private static string Rule(RuleGroup rule)
    {
        var subjects = string.Join(", ", rule.Findings.Take(MostSubjects).Select(finding => MarkdownFindings.Subject(finding.Subject)));
        var more = rule.Findings.Length > MostSubjects ? $" and {rule.Findings.Length - MostSubjects} more" : "";
        return $"- {MarkdownText.Code(rule.First.Rule, Limits.Name)} {MarkdownText.Prose(rule.First.Title, Limits.Value)}: {subjects}{more}\n";
    }
}
