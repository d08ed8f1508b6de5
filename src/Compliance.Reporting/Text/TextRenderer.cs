using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For terminals and logs: the verdict first, then what to do about it, the counts last, where the eye rests.</summary>
public sealed class TextRenderer(ReportOptions options) : IReportRenderer
{
    internal const string Name = "text";

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var report = ReportModel.Of(assessment);
        var page = new TextPage(options);
        Verdict(page, report);
        foreach (var group in report.Failed)
        {
            Heading(page, $"{group.Title} ({group.Count})");
            foreach (var finding in group.Rules.SelectMany(rule => rule.Findings))
            {
                TextFinding.Write(page, finding, assessment.AsOf);
            }
        }

        TextUnjudged.Write(page, report);
        TextAccepted.Write(page, report);
        TextLedger.Write(page, assessment);
        TextMatrix.Write(page, assessment.Matrix);
        Counts(page, report);

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    internal static void Heading(TextPage page, string title)
    {
        page.Blank();
        page.Paragraph(0, new TextSpan(title, Ink.Strong));
    }

    private static void Verdict(TextPage page, ReportModel report)
    {
        var ink = report.Assessment.Outcome switch
        {
            Outcome.Compliant => Ink.Good,
            Outcome.Drift => Ink.Bad,
            _ => Ink.Doubtful,
        };
        var policy = report.Assessment.Policy;
        var version = policy.Version is null ? "" : $" {UntrustedText.Shortened(policy.Version, Limits.Name)}";
        page.Paragraph(
            4,
            new TextSpan(report.Headline, ink),
            $"  {UntrustedText.Shortened(report.Assessment.Estate.Name, Limits.Name)}: {report.Findings}");
        // A drift explains itself below, unless waivers or a baseline have a part in it.
        if (report.Assessment is not { Outcome: Outcome.Drift, WaiverProblems.IsEmpty: true, Baseline: null })
        {
            page.Paragraph(0, report.Sentence);
        }
        else if (report.WhatIf is { } whatIf)
        {
            page.Paragraph(0, whatIf);
        }

        if (report.Assessment.Ledger is { } ledger)
        {
            page.Paragraph(0, LedgerText.Headline(ledger));
        }

        page.Paragraph(
            0,
            new TextSpan(
                $"As of {Words.ForPeople(report.Assessment.AsOf)}, policy {UntrustedText.Shortened(policy.Name, Limits.Name)}{version} ({UntrustedText.Shortened(policy.Digest, Limits.Name)})",
                Ink.Quiet));
        if (report.ComparedWith is { } earlier)
        {
            page.Paragraph(0, new TextSpan($"Compared with {earlier}", Ink.Quiet));
        }
    }

    private static void Counts(TextPage page, ReportModel report)
    {
        page.Blank();
        if (!report.Assessment.IdleRules.IsEmpty)
        {
            var idle = report.Assessment.IdleRules;
            page.Paragraph(
                4,
                $"{Words.Count(idle.Length, "rule")} found no subject and {(idle.Length == 1 ? "proves" : "prove")} nothing: {string.Join(", ", idle.Select(UntrustedText.Visible))}");
        }

        foreach (var off in report.Assessment.DisabledRules)
        {
            page.Paragraph(4, $"off by the policy: {RuleSettingText.Off(off)}");
        }

        foreach (var rule in report.Reweighed)
        {
            page.Paragraph(4, $"severity by the policy: {RuleSettingText.Severity(rule)}");
        }

        page.Paragraph(4, report.Clauses.ToString());
        page.Paragraph(4, report.Checked);
    }
}
