using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Everything about one fact.</summary>
internal static class FactTextEntry
{
    private const int Label = 11;

    public static void Write(TextPage page, Fact fact, FactListing listing)
    {
        page.Paragraph(0, new TextSpan(fact.FullName, Ink.Strong), $": {fact.Meaning}");
        page.Blank();
        Row(page, "type", FactWording.Type(fact.Type));
        if (FactWording.Values(fact) is { Count: > 0 } values)
        {
            Row(page, "values", string.Join(", ", values));
        }

        if (FactWording.Unit(fact) is { } unit)
        {
            Row(page, "unit", unit);
        }

        Row(page, "absent", fact.IsOptional ? $"possible: ask has({fact.FullName}) before using it" : "never");
        Row(page, "unknown", fact switch
        {
            { MayBeUnknown: true } => "when what it is made from could not be read",
            { Sources: var sources } when sources.Any(source => source.IsLive) => $"never: without the privilege the {fact.Subject} itself is not seen, and that is said",
            _ => "never: the policy is always readable",
        });
        Sources(page, fact);
        if (fact.DeclaredKey is { } key)
        {
            Row(page, "declared", $"policy.yaml: {key}");
        }

        Rules(page, "judged by", listing.JudgedBy(fact));
        Rules(page, "shown by", listing.ShownBy(fact));
    }

    private static void Sources(TextPage page, Fact fact)
    {
        var width = fact.Sources.Max(source => source.Endpoint.Length);
        for (var at = 0; at < fact.Sources.Length; at++)
        {
            var (source, before) = (fact.Sources[at], at == 0 ? null : fact.Sources[at - 1]);
            var endpoint = (source.Endpoint == before?.Endpoint ? string.Empty : source.Endpoint).PadRight(width);
            Row(page, at == 0 ? "from" : string.Empty, source.Privilege is null ? endpoint.TrimEnd() : $"{endpoint}  needs {source.Privilege}");
        }

        if (fact.Sources.Any(source => source.IsFiltered))
        {
            Row(page, string.Empty, "and Sys.Audit on /access, to prove that nothing was left out");
        }
    }

    private static void Rules(TextPage page, string label, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            Row(page, label, $"{rule.Id} {rule.Fault} ({Words.Of(rule.Severity)})");
            label = string.Empty;
        }
    }

    private static void Row(TextPage page, string label, string text)
        => page.Paragraph(Label + 2, new TextSpan($"  {label.PadRight(Label)}", Ink.Quiet), text);
}
