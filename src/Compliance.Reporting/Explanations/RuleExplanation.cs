using System.Collections.Immutable;
using System.Text;
using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A rule for a person: what holds, why, which clause it proves, its conditions, and what they read.</summary>
public static class RuleExplanation
{
    private const int Label = 8;

    /// <param name="disabled">what the policy says when it turns the rule off; null while it judges</param>
    public static void Write(Rule rule, DisabledRule? disabled, ImmutableArray<Clause> clauses, ReportOptions options, Stream output)
    {
        var page = new TextPage(options);
        page.Paragraph(
            4, new TextSpan(UntrustedText.Visible(rule.Id), Ink.Strong), $" {UntrustedText.Visible(rule.Fault)} ({Words.Of(rule.Severity)}, {rule.Family.Title})");
        Settings(page, rule, disabled);
        page.Blank();
        page.Paragraph(0, $"{UntrustedText.Visible(rule.Title)}.");
        page.Paragraph(0, UntrustedText.Visible(rule.Why));
        page.Blank();
        foreach (var clause in clauses.Where(c => rule.Clauses.Contains(c.Id, StringComparer.Ordinal)))
        {
            page.Paragraph(Label, $"Runbook {clause.Id}, {clause.Section}: {clause.Says}");
        }

        page.Blank();
        Expression(page, "when", rule.When);
        Expression(page, "assert", rule.Assert);
        page.Blank();
        page.Line(new TextSpan("It reads", Ink.Strong));
        Facts(page, rule);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Settings(TextPage page, Rule rule, DisabledRule? disabled)
    {
        if (disabled is not null)
        {
            page.Paragraph(4, new TextSpan("off by the policy: ", Ink.Doubtful), RuleSettingText.Reason(disabled.Reason, disabled.Place));
        }
        else if (rule.Override is { } change)
        {
            page.Paragraph(4, new TextSpan("severity by the policy: ", Ink.Doubtful), $"its own is {Words.Of(change.Own)}; {RuleSettingText.Reason(change.Reason, change.Place)}");
        }

        if (!rule.Before.IsEmpty)
        {
            var by = rule.IsChecked ? "judged by check, and by ready before " : "judged by ready alone, before ";
            page.Paragraph(4, by + string.Join(", ", rule.Before.Select(Words.Of)));
        }

        page.Paragraph(4, new TextSpan(UntrustedText.Visible(rule.Place.ToString()), Ink.Quiet));
    }

    private static void Expression(TextPage page, string label, CelProgram? program)
    {
        if (program is not null)
        {
            page.Paragraph(Label, new TextSpan(label.PadRight(Label), Ink.Quiet), UntrustedText.Visible(OneLine.Of(program.Source)));
        }
    }

    private static void Facts(TextPage page, Rule rule)
    {
        List<Fact> facts = [.. (rule.When?.Fields ?? []).Concat(rule.Assert.Fields).Select(read => read.Field.Tag).OfType<Fact>().Distinct()];
        var width = facts.Count == 0 ? 0 : facts.Max(fact => fact.FullName.Length);
        foreach (var fact in facts)
        {
            page.Paragraph(width + 4, $"  {fact.FullName.PadRight(width)}  {fact.Meaning}");
        }
    }
}
