using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For a ticket: what is due, and the test to make with its commands.</summary>
public sealed class DrillMarkdownRenderer : IDrillRenderer
{
    public void Render(DrillPlan plan, ImmutableArray<EvidenceForm> forms, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"## Restore tests · {MarkdownText.Prose(plan.Estate.Name, Limits.Name)}\n\n{DrillWords.Sentence(plan)}\n\n");
        page.Append("| | tier | why |\n|---|---|---|\n");
        foreach (var tier in plan.Tiers)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {DrillWords.Mark(tier)} | {tier.Level} {MarkdownText.Prose(tier.Title, Limits.Name)} | {MarkdownText.Prose(tier.Why, Limits.Message)} |\n");
        }

        foreach (var tier in plan.Tiers)
        {
            Tier(page, tier, forms.FirstOrDefault(form => form.Level == tier.Level));
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"\nAs of {Words.ForPeople(plan.AsOf)} (collected {Words.ForPeople(plan.Estate.CollectedAt)}), policy {MarkdownText.Code(plan.Policy.Name, Limits.Name)}\n");
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Tier(StringBuilder page, TierDrill tier, EvidenceForm? form)
    {
        if (tier.Drill is null && tier.Obstacle is null)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n### Tier {tier.Level} {MarkdownText.Prose(tier.Title, Limits.Name)}\n\n");
        if (DrillWords.Obstacle(tier) is { } obstacle)
        {
            page.Append(CultureInfo.InvariantCulture, $"Cannot be planned: {MarkdownText.Prose(obstacle, Limits.Message)}\n");
        }

        if (tier.Drill is not { } drill)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Prose(DrillWords.Summary(drill), Limits.Message)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- guest: {MarkdownText.Prose(drill.WhyGuest, Limits.Message)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- backup: {MarkdownText.Code(drill.VolumeId, Limits.Value)} of {Words.ForPeople(drill.MadeAt)}: {MarkdownText.Prose(drill.WhyPoint, Limits.Message)}\n");
        if (drill.Storage is { } storage)
        {
            page.Append(CultureInfo.InvariantCulture, $"- storage: {MarkdownText.Code(storage, Limits.Name)}: {MarkdownText.Prose(drill.WhyStorage, Limits.Message)}\n");
        }

        foreach (var note in drill.Notes)
        {
            page.Append(CultureInfo.InvariantCulture, $"- **note:** {MarkdownText.Prose(note, Limits.Message)}\n");
        }

        for (var at = 0; at < drill.Steps.Length; at++)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{at + 1}. {MarkdownText.Prose(drill.Steps[at].Purpose, Limits.Message)}\n\n{MarkdownText.Block(drill.Steps[at].Command)}");
        }

        if (form is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Prose(DrillWords.Instruction(form), Limits.Message)}\n");
            page.Append(form.IsWritten ? "" : $"\n{MarkdownText.Block("yaml", form.Text.TrimEnd('\n').Split('\n'))}");
        }
    }
}
