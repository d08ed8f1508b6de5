using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For a tired person at a terminal: the answer, what is in the way with the command that resolves it, and last what is in order.</summary>
public sealed class ReadinessTextRenderer(ReportOptions options) : IReadinessRenderer
{
    private const int Indent = 4;

    public void Render(Readiness readiness, Stream output)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        var model = ReadinessModel.Of(readiness);
        var page = new TextPage(options);
        page.Paragraph(Indent, new TextSpan(model.Headline, InkOf(readiness.Outcome)), $"  {model.Question}");
        page.Paragraph(0, model.Sentence);
        foreach (var finding in model.Fails)
        {
            page.Blank();
            Blocking(page, finding);
        }

        foreach (var problem in readiness.WaiverProblems.Where(problem => problem.Severity == Severity.Error))
        {
            page.Blank();
            page.Paragraph(Indent, new TextSpan("NO   ", Ink.Bad), UntrustedText.Shortened(problem.Message, Limits.Message));
            page.Line("     ", UntrustedText.Visible(problem.Fix));
        }

        foreach (var blindness in model.Blind)
        {
            page.Blank();
            Unjudged(page, blindness);
        }

        page.Blank();
        InOrder(page, model);
        Listed(page, "waived", Ink.Notice, readiness.Waived.Select(finding => $"{finding.Rule} {UntrustedText.Shortened(finding.Subject.Id, Limits.Name)} until {finding.Waiver!.Expires.Value:yyyy-MM-dd}"));
        Listed(page, "about nothing here", Ink.Quiet, model.NotApplicable.Select(item => item.Rule));
        Listed(page, "off by the policy", Ink.Notice, readiness.Disabled.Select(rule => $"{rule.Id} ({UntrustedText.Shortened(rule.Reason, Limits.Value)})"));
        var policy = readiness.Policy;
        var version = policy.Version is null ? "" : $" {UntrustedText.Shortened(policy.Version, Limits.Name)}";
        page.Paragraph(
            0,
            new TextSpan(
                $"As of {Words.ForPeople(readiness.AsOf)}, inventory of {Words.ForPeople(readiness.Estate.CollectedAt)}, policy {UntrustedText.Shortened(policy.Name, Limits.Name)}{version}",
                Ink.Quiet));

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Blocking(TextPage page, Finding finding)
    {
        page.Paragraph(
            Indent + 1, new TextSpan("NO   ", Ink.Bad), new TextSpan(TextFinding.Subject(finding.Subject), Ink.Strong), " ",
            UntrustedText.Shortened(finding.Message, Limits.Message), new TextSpan($"  {finding.Rule}", Ink.Quiet));
        if (finding.Fix is { } fix)
        {
            page.Line("     ", UntrustedText.Visible(fix));
        }
    }

    private static void Unjudged(TextPage page, ReadinessBlindness blindness)
    {
        page.Paragraph(
            Indent + 1, new TextSpan("?    ", Ink.Doubtful), new TextSpan(blindness.Subjects, Ink.Strong), " ",
            UntrustedText.Shortened(blindness.Reason, Limits.Message), new TextSpan($"  {string.Join(", ", blindness.Rules)}", Ink.Quiet));
        page.Line("     ", UntrustedText.Visible(blindness.Fix));
    }

    // What is in order matters to somebody who is to go; to somebody who is not, it is in the way.
    private static void InOrder(TextPage page, ReadinessModel model)
    {
        if (model.Readiness.Outcome != ReadinessOutcome.Go)
        {
            Listed(page, "in order", Ink.Good, model.InOrder.Select(item => item.Rule));
            return;
        }

        foreach (var item in model.InOrder)
        {
            page.Paragraph(Indent + 1, new TextSpan("ok   ", Ink.Good), UntrustedText.Shortened(item.Title, Limits.Value), new TextSpan($"  {item.Rule}", Ink.Quiet));
        }
    }

    private static void Listed(TextPage page, string title, Ink ink, IEnumerable<string> what)
    {
        if (what.ToList() is { Count: > 0 } list)
        {
            page.Paragraph(Indent, new TextSpan($"{list.Count} {title}: ", ink), string.Join(", ", list));
        }
    }

    private static Ink InkOf(ReadinessOutcome outcome) => outcome switch
    {
        ReadinessOutcome.Go => Ink.Good,
        ReadinessOutcome.NoGo => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
