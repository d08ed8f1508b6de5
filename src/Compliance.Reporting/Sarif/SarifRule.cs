using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A rule in the tool's list. No <c>security-severity</c>: nobody has scored these rules, and a made-up number would rank them among real vulnerabilities.</summary>
internal static class SarifRule
{
    public static void Write(Utf8JsonWriter json, AnnotationRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", UntrustedText.Visible(rule.Id));
        json.WriteString("name", SarifText.Within(rule.Name, SarifLimits.Name));
        SarifDocument.Text(json, "shortDescription", SarifText.Within(rule.Title, SarifLimits.Description));
        SarifDocument.Text(json, "fullDescription", SarifText.Within(rule.Why, SarifLimits.Description));
        Help(json, rule);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        foreach (var tag in rule.Tags.Take(SarifLimits.Tags).Select(tag => UntrustedText.Shortened(tag, Limits.Name)).Distinct(StringComparer.Ordinal))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("problem.severity", rule.Severity == Severity.Info ? "recommendation" : Words.Of(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    private static void Help(Utf8JsonWriter json, AnnotationRule rule)
    {
        var more = rule.Explain is null ? "" : $"\n\nMore: {rule.Explain}";
        json.WriteStartObject("help");
        json.WriteString("text", SarifText.Plain($"{UntrustedText.Shortened(rule.Title, Limits.Value)}\n\n{UntrustedText.Shortened(rule.Why, Limits.Message)}{more}"));
        json.WriteString(
            "markdown",
            $"**{MarkdownText.Prose(rule.Title, Limits.Value)}**\n\n{MarkdownText.Prose(rule.Why, Limits.Message)}"
                + (rule.Explain is null ? "" : $"\n\nMore: {MarkdownText.Code(rule.Explain, Limits.Value)}"));
        json.WriteEndObject();
    }
}
