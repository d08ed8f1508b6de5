using System.Text;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The page above the clusters' pages: no script, no request, links to files beside it only.</summary>
public sealed class OverviewHtmlRenderer : IOverviewRenderer
{
    public void Render(Overview overview, Stream output)
    {
        ArgumentNullException.ThrowIfNull(overview);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(PageTemplate.Render("overview.html", Model(OverviewModel.Of(overview))));
    }

    private static ScriptObject Model(OverviewModel model)
    {
        var sheet = Stylesheet.ForOverview();
        return new ScriptObject
        {
            ["style"] = new Raw(sheet),
            ["style_source"] = ContentHash.Of(sheet),
            ["title"] = $"{model.Headline} · {Words.Count(model.Rows.Length, "cluster")} · {Words.ForPeople(model.Overview.At)}",
            ["verdict"] = Words.Of(model.Overview.Outcome),
            ["glyph"] = Glyph(model.Overview.Outcome),
            ["headline"] = model.Headline,
            ["sentence"] = model.Sentence,
            ["not_asked"] = model.NotAsked,
            ["as_of"] = new ScriptObject { ["exact"] = Words.Of(model.Overview.At), ["text"] = Words.ForPeople(model.Overview.At) },
            ["exit_code"] = model.Overview.ExitCode,
            ["rows"] = Script.List(model.Rows, Row),
        };
    }

    private static ScriptObject Row(OverviewRow row) => new()
    {
        ["name"] = row.Name,
        ["estate"] = row.Target.Assessment is { } assessment ? UntrustedText.Shortened(assessment.Estate.Name, Limits.Name) : null,
        ["policy"] = row.Target.Assessment is { } judged ? UntrustedText.Shortened(judged.Policy.Name, Limits.Name) : null,
        ["report"] = row.Target.Report is { } report ? Uri.EscapeDataString(report) : null,
        ["kind"] = Words.Of(row.Target.Outcome),
        ["glyph"] = Glyph(row.Target.Outcome),
        ["verdict"] = row.Verdict,
        ["exit_code"] = row.ExitCode,
        ["errors"] = row.Errors,
        ["warnings"] = row.Warnings,
        ["unknown"] = row.Unknown,
        ["age"] = row.Age,
        ["collected"] = row.Target.Assessment is { } seen ? Words.ForPeople(seen.Estate.CollectedAt) : null,
        ["since"] = row.Since,
        ["fault"] = row.Fault,
        ["has_worst"] = !row.Worst.IsEmpty,
        ["worst"] = Script.List(row.Worst, worst => new ScriptObject { ["rule"] = UntrustedText.Shortened(worst.Rule, Limits.Name), ["text"] = worst.Text }),
    };

    private static string Glyph(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => "pass",
        Outcome.Drift => "fail",
        _ => "unknown",
    };
}
