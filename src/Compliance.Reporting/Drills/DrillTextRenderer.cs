using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For somebody at a terminal of the node: what is due, whose backup, the commands in order, and the record to fill in.</summary>
public sealed class DrillTextRenderer(ReportOptions options) : IDrillRenderer
{
    private const int Indent = 5;
    private static readonly string Margin = new(' ', Indent);

    public void Render(DrillPlan plan, ImmutableArray<EvidenceForm> forms, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var page = new TextPage(options);
        page.Paragraph(0, DrillWords.Sentence(plan));
        foreach (var tier in plan.Tiers)
        {
            page.Blank();
            Tier(page, tier, forms.FirstOrDefault(form => form.Level == tier.Level));
        }

        page.Blank();
        page.Paragraph(0, new TextSpan(
            $"As of {Words.ForPeople(plan.AsOf)}, inventory of {Words.ForPeople(plan.Estate.CollectedAt)} ({UntrustedText.Shortened(plan.Estate.Name, Limits.Name)}), "
            + $"policy {UntrustedText.Shortened(plan.Policy.Name, Limits.Name)}",
            Ink.Quiet));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Tier(TextPage page, TierDrill tier, EvidenceForm? form)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"tier {tier.Level} {UntrustedText.Shortened(tier.Title, Limits.Name)}");
        page.Paragraph(
            Indent, new TextSpan(DrillWords.Mark(tier).PadRight(Indent), InkOf(tier)), new TextSpan(title, Ink.Strong), "  ",
            UntrustedText.Shortened(tier.Why, Limits.Message));
        if (DrillWords.Obstacle(tier) is { } obstacle)
        {
            page.Paragraph(Indent, Margin, new TextSpan("cannot be planned: ", Ink.Bad), UntrustedText.Shortened(obstacle, Limits.Message));
        }

        if (tier.Drill is not { } drill)
        {
            return;
        }

        page.Paragraph(Indent, Margin, DrillWords.Summary(drill));
        Fact(page, "guest", drill.WhyGuest);
        Fact(page, "backup", $"{drill.VolumeId} of {Words.ForPeople(drill.MadeAt)}: {drill.WhyPoint}");
        if (drill.Storage is { } storage)
        {
            Fact(page, "storage", $"{storage}: {drill.WhyStorage}");
        }

        foreach (var note in drill.Notes)
        {
            page.Paragraph(Indent + 2, Margin, new TextSpan("! ", Ink.Doubtful), UntrustedText.Shortened(note, Limits.Message));
        }

        Steps(page, drill);
        Form(page, form);
    }

    private static void Fact(TextPage page, string what, string text)
        => page.Paragraph(Indent + 9, Margin, new TextSpan(what.PadRight(9), Ink.Quiet), UntrustedText.Shortened(text, Limits.Message));

    // Commands stay whole and begin a line, so that they can be copied one by one.
    private static void Steps(TextPage page, RestoreDrill drill)
    {
        if (drill.Steps.IsEmpty)
        {
            return;
        }

        page.Blank();
        page.Paragraph(Indent, Margin, $"As root on {UntrustedText.Shortened(drill.Node, Limits.Name)}, one after the other:");
        foreach (var step in drill.Steps)
        {
            page.Paragraph(Indent + 2, Margin, new TextSpan($"# {UntrustedText.Shortened(step.Purpose, Limits.Message)}", Ink.Quiet));
            page.Line(Margin, UntrustedText.Visible(step.Command));
        }
    }

    private static void Form(TextPage page, EvidenceForm? form)
    {
        if (form is null)
        {
            return;
        }

        page.Blank();
        page.Paragraph(Indent, Margin, DrillWords.Instruction(form));
        foreach (var line in form.IsWritten ? [] : form.Text.TrimEnd('\n').Split('\n'))
        {
            page.Line(Margin, UntrustedText.Visible(line));
        }
    }

    private static Ink InkOf(TierDrill tier) => tier.IsDue ? Ink.Bad : tier.IsUnsure ? Ink.Doubtful : tier.State == DrillState.Proven ? Ink.Good : Ink.Quiet;
}
