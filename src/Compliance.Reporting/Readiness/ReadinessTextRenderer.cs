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
        if (model.Validity is { } validity)
        {
            page.Paragraph(Indent, validity);
        }

        ReadinessObstacle? before = null;
        foreach (var obstacle in model.Obstacles)
        {
            // What one step resolves stands together, and the step once.
            if (before is not null && before.Fix != obstacle.Fix)
            {
                Fix(page, before);
            }

            // On a terminal all of it is to fit one screen, and the signs in the margin part them.
            if (before is null || (page.Width is null && (before.Fix is null || before.Fix != obstacle.Fix)))
            {
                page.Blank();
            }

            Blocking(page, obstacle);
            before = obstacle;
        }

        if (before is not null)
        {
            Fix(page, before);
        }

        page.Blank();
        InOrder(page, model);
        foreach (var (title, text) in model.Rest)
        {
            page.Paragraph(Indent, new TextSpan($"{title} ", title.EndsWith("here:", StringComparison.Ordinal) ? Ink.Quiet : Ink.Notice), text);
        }

        page.Paragraph(0, new TextSpan($"As of {Words.ForPeople(readiness.AsOf)}, inventory of {Words.ForPeople(readiness.Estate.CollectedAt)}, policy {model.Policy}", Ink.Quiet));

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Blocking(TextPage page, ReadinessObstacle obstacle)
    {
        var sign = obstacle.Verdict == Verdict.Fail ? new TextSpan("NO   ", Ink.Bad) : new TextSpan("?    ", Ink.Doubtful);
        page.Paragraph(Indent + 1, sign, new TextSpan(obstacle.Subject, Ink.Strong), " ", obstacle.Message, new TextSpan($"  {obstacle.Rules}", Ink.Quiet));
    }

    private static void Fix(TextPage page, ReadinessObstacle obstacle)
    {
        if (obstacle.Fix is { } fix)
        {
            page.Line("     ", fix);
        }
    }

    // What is in order matters to somebody who is to go; to somebody who is not, it is in the way.
    private static void InOrder(TextPage page, ReadinessModel model)
    {
        if (model.Readiness.Outcome != ReadinessOutcome.Go && !model.InOrder.IsEmpty)
        {
            page.Paragraph(Indent, new TextSpan($"{model.InOrder.Length} in order: ", Ink.Good), UntrustedText.Visible(string.Join(", ", model.InOrder.Select(item => item.Rule))));
            return;
        }

        if (page.Width is not null)
        {
            // On a terminal the verdict must not scroll away; a file has room for the sentences.
            foreach (var family in model.InOrder.GroupBy(item => RuleFamily.Of(item.Rule).Title, StringComparer.Ordinal))
            {
                page.Paragraph(Indent + 1, new TextSpan("ok   ", Ink.Good), $"{family.Key}: ", new TextSpan(UntrustedText.Visible(string.Join(", ", family.Select(item => item.Rule))), Ink.Quiet));
            }

            return;
        }

        foreach (var item in model.InOrder)
        {
            page.Paragraph(Indent + 1, new TextSpan("ok   ", Ink.Good), UntrustedText.Shortened(item.Title, Limits.Value), new TextSpan($"  {UntrustedText.Visible(item.Rule)}", Ink.Quiet));
        }
    }

    private static Ink InkOf(ReadinessOutcome outcome) => outcome switch
    {
        ReadinessOutcome.Go => Ink.Good,
        ReadinessOutcome.NoGo => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
