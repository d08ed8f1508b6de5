using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Reporting;

/// <summary>How a rule came to its verdict on a subject: every part of it with its value, every fact with both its places.</summary>
public static class FindingExplanation
{
    private const int Label = 10;

    /// <param name="results">of one or more rules, each on one subject</param>
    public static void Write(ImmutableArray<RuleResult> results, ReportOptions options, Stream output)
    {
        var page = new TextPage(options);
        foreach (var (index, result) in results.Index())
        {
            if (index > 0)
            {
                page.Blank();
            }

            Result(page, result);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Result(TextPage page, RuleResult result)
    {
        var verdict = new TextSpan(Words.Of(result.Verdict).Replace('-', ' '), Colour(result.Verdict));
        var key = result.CaseKey.Length == 0 || result.CaseKey == result.Subject.Name ? "" : $", {UntrustedText.Shortened(result.CaseKey, Limits.Name)}";
        page.Paragraph(
            4,
            new TextSpan(UntrustedText.Visible(result.Rule.Id), Ink.Strong),
            $" {UntrustedText.Visible(result.Rule.Fault)}: {TextFinding.Subject(result.Subject)}{key}: ",
            verdict);
        if (result.Message.Length > 0)
        {
            page.Paragraph(4, $"  {UntrustedText.Shortened(result.Message, Limits.Message)}");
        }

        Row(page, "expected", result.Expected);
        Row(page, "actual", result.Actual);
        foreach (var gap in result.Missing)
        {
            Row(page, "missing", gap.ToString());
        }

        if (result.Fix is { } fix)
        {
            // Whole, so that it can be copied.
            page.Line(new TextSpan($"  {"fix".PadRight(Label)}", Ink.Quiet), UntrustedText.Visible(fix));
        }

        var trace = result.Trace();
        if (trace is { When: null, Assert: null })
        {
            page.Blank();
            page.Paragraph(0, "No subject was judged: the list of them may be shorter than what is there.");
            return;
        }

        Part(page, "when", trace.When);
        Part(page, "assert", trace.Assert);
        Facts(page, trace.Facts);
    }

    private static void Part(TextPage page, string label, Cel.CelExplanation? part)
    {
        if (part is not null)
        {
            page.Blank();
            page.Line(new TextSpan(label, Ink.Strong));
            ExplanationTree.Write(page, part);
        }
    }

    private static void Facts(TextPage page, ImmutableArray<TracedFact> facts)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        page.Blank();
        page.Line(new TextSpan("facts", Ink.Strong));
        foreach (var fact in facts)
        {
            page.Paragraph(
                6,
                $"  {fact.Path} = {UntrustedText.Shortened(fact.Value, Limits.Value)}",
                new TextSpan($"  {string.Join(", ", Places(fact))}", Ink.Quiet));
        }
    }

    private static IEnumerable<string> Places(TracedFact fact)
    {
        if (fact.Live is { } live)
        {
            yield return UntrustedText.Visible($"{live.Endpoint} {live.Field}");
        }

        if (fact.Declared is { } declared)
        {
            yield return UntrustedText.Visible(declared.ToString());
        }

        if (fact is { Live: null, Declared: null })
        {
            yield return $"from {string.Join(", ", fact.Fact.Sources.Select(source => source.Endpoint).Distinct(StringComparer.Ordinal))}";
        }
    }

    private static void Row(TextPage page, string label, string? text)
    {
        if (text is not null)
        {
            page.Paragraph(Label + 2, new TextSpan($"  {label.PadRight(Label)}", Ink.Quiet), UntrustedText.Shortened(text, Limits.Message));
        }
    }

    private static Ink Colour(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Ink.Good,
        Verdict.Fail => Ink.Bad,
        Verdict.Unknown => Ink.Doubtful,
        _ => Ink.Quiet,
    };
}
