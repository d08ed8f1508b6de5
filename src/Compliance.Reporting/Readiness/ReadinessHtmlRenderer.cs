using System.Text;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>One page to print, send or show: no script, no request, readable on a sheet of A4 and without colours.</summary>
public sealed class ReadinessHtmlRenderer : IReadinessRenderer
{
    public void Render(Readiness readiness, Stream output)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(PageTemplate.Render("ready.html", Model(ReadinessModel.Of(readiness))));
    }

    private static ScriptObject Model(ReadinessModel model)
    {
        var readiness = model.Readiness;
        var sheet = Stylesheet.ForReadiness();
        var (mark, glyph) = readiness.Outcome switch
        {
            ReadinessOutcome.Go => ("compliant", "pass"),
            ReadinessOutcome.NoGo => ("drift", "fail"),
            _ => ("unknown", "unknown"),
        };
        return new ScriptObject
        {
            ["style"] = new Raw(sheet),
            ["style_source"] = ContentHash.Of(sheet),
            ["title"] = $"{model.Headline} {model.Question} · {Words.ForPeople(readiness.AsOf)}",
            ["mark"] = mark,
            ["glyph"] = glyph,
            ["question"] = model.Question,
            ["headline"] = model.Headline,
            ["sentence"] = model.Sentence,
            ["validity"] = model.Validity,
            ["as_of"] = Moment(readiness.AsOf),
            ["collected"] = Moment(readiness.Estate.CollectedAt),
            ["policy"] = model.Policy,
            ["policy_digest"] = UntrustedText.Shortened(readiness.Policy.Digest, Limits.Name),
            ["estate_digest"] = UntrustedText.Shortened(readiness.Estate.Digest, Limits.Name),
            ["receipt"] = ReceiptFile.HashOf(Receipt.Of(readiness)),
            ["has_blocking"] = model.Obstacles.Any(),
            ["blocking"] = Script.List(model.Obstacles, Obstacle),
            ["has_order"] = !model.InOrder.IsEmpty,
            ["order"] = Script.List(model.InOrder, item => new ScriptObject
            {
                ["title"] = UntrustedText.Shortened(item.Title, Limits.Value),
                ["rule"] = UntrustedText.Shortened(item.Rule, Limits.Name),
            }),
            ["is_go"] = readiness.Outcome == ReadinessOutcome.Go,
            ["order_count"] = model.InOrder.Length,
            ["order_rules"] = UntrustedText.Visible(string.Join(", ", model.InOrder.Select(item => item.Rule))),
            ["has_rest"] = model.Rest.Any(),
            ["rest"] = Script.List(model.Rest, rest => new ScriptObject { ["title"] = rest.Title, ["text"] = rest.Text }),
        };
    }

    private static ScriptObject Obstacle(ReadinessObstacle obstacle) => new()
    {
        ["kind"] = obstacle.Verdict == Verdict.Fail ? "fail" : "unknown",
        ["word"] = obstacle.Verdict == Verdict.Fail ? "No" : "Not judged",
        ["subject"] = obstacle.Subject,
        ["message"] = obstacle.Message,
        ["rule"] = obstacle.Rules,
        ["fix"] = obstacle.Fix,
    };

    private static ScriptObject Moment(DateTimeOffset moment) => new() { ["exact"] = Words.Of(moment), ["text"] = Words.ForPeople(moment) };
}
