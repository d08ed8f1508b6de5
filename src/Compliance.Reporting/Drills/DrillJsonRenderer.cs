using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For programs. Fields may be added; one that goes or changes its meaning raises <c>version</c>.</summary>
public sealed class DrillJsonRenderer : IDrillRenderer
{
    private const int DocumentVersion = 1;

    public void Render(DrillPlan plan, ImmutableArray<EvidenceForm> forms, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        JsonDocumentWriter.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", DocumentVersion);
            json.WriteString("verdict", DrillWords.Of(plan.Outcome));
            json.WriteString("asOf", Words.Of(plan.AsOf));
            json.WriteNumber("withinSeconds", (long)plan.Request.Within.TotalSeconds);
            JsonSummaries.Policy(json, plan.Policy);
            JsonSummaries.Estate(json, plan.Estate);
            JsonSummaries.Strings(json, "verify", plan.Verify);
            json.WriteStartArray("tiers");
            foreach (var tier in plan.Tiers)
            {
                Tier(json, tier, forms.FirstOrDefault(form => form.Level == tier.Level));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Tier(Utf8JsonWriter json, TierDrill tier, EvidenceForm? form)
    {
        json.WriteStartObject();
        json.WriteNumber("tier", tier.Level);
        json.WriteString("title", tier.Title);
        json.WriteString("state", DrillWords.Of(tier.State));
        json.WriteBoolean("isDue", tier.IsDue);
        json.WriteString("dueAt", tier.DueAt is { } at ? Words.Of(at) : null);
        json.WriteString("why", tier.Why);
        json.WriteString("obstacle", DrillWords.Obstacle(tier));
        if (tier.Drill is { } drill)
        {
            Drill(json, drill);
        }
        else
        {
            json.WriteNull("drill");
        }

        if (form is null)
        {
            json.WriteNull("evidence");
        }
        else
        {
            json.WriteStartObject("evidence");
            json.WriteString("file", form.File);
            json.WriteBoolean("isWritten", form.IsWritten);
            json.WriteString("text", form.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Drill(Utf8JsonWriter json, RestoreDrill drill)
    {
        json.WriteStartObject("drill");
        json.WriteString("guest", drill.Guest);
        json.WriteString("name", drill.GuestName);
        json.WriteString("whyGuest", drill.WhyGuest);
        json.WriteString("volid", drill.VolumeId);
        json.WriteString("madeAt", Words.Of(drill.MadeAt));
        json.WriteString("whyPoint", drill.WhyPoint);
        json.WriteString("node", drill.Node);
        json.WriteNumber("restoreTo", drill.NewVmId);
        json.WriteString("storage", drill.Storage);
        json.WriteString("whyStorage", drill.WhyStorage);
        json.WriteStartArray("steps");
        foreach (var step in drill.Steps)
        {
            json.WriteStartObject();
            json.WriteString("purpose", step.Purpose);
            json.WriteString("command", step.Command);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonSummaries.Strings(json, "notes", drill.Notes);
        json.WriteEndObject();
    }
}
