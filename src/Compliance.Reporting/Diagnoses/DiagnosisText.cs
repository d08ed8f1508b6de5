using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A diagnosis for the person who set the token up: what it sees, which rules are blind, and the line that helps.</summary>
public static class DiagnosisText
{
    private const int Label = 24;

    /// <param name="connection">what is known about the connection, label and value</param>
    public static void Write(ImmutableArray<(string Label, string Value)> connection, Diagnosis diagnosis, ReportOptions options, Stream output)
    {
        var page = new TextPage(options);
        Section(page, "Connection", isFirst: true);
        foreach (var (label, value) in connection)
        {
            Row(page, label, new TextSpan(UntrustedText.Shortened(value, Limits.Value)));
        }

        Section(page, "What the token sees");
        foreach (var list in diagnosis.Lists)
        {
            Row(page, list.Name, list.Hidden is { } gap
                ? new TextSpan($"{list.Rows}, and maybe more: {UntrustedText.Shortened(gap.ToString(), Limits.Message)}", Ink.Doubtful)
                : new TextSpan($"{list.Rows}, all of them", Ink.Good));
        }

        if (!diagnosis.Excess.IsEmpty)
        {
            Row(page, "more than it needs", new TextSpan(
                $"{string.Join(", ", diagnosis.Excess.Select(UntrustedText.Visible))}; reading is enough", Ink.Notice));
        }

        Section(page, "Rules");
        Row(page, "can judge", Judging(diagnosis));
        Spots(page, diagnosis.Openable);
        Spots(page, diagnosis.Others);
        Help(page, diagnosis);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static TextSpan Judging(Diagnosis diagnosis) => diagnosis.BlindRules.IsEmpty
        ? new TextSpan($"all {Words.Count(diagnosis.Rules, "rule")}: everything they asked for could be read", Ink.Good)
        : new TextSpan(
            $"{diagnosis.Rules - diagnosis.BlindRules.Length} of {Words.Count(diagnosis.Rules, "rule")}; blind, at least in part: {string.Join(", ", diagnosis.BlindRules.Select(UntrustedText.Visible))}",
            Ink.Doubtful);

    private static void Spots(TextPage page, ImmutableArray<BlindSpot> spots)
    {
        foreach (var spot in spots)
        {
            page.Paragraph(
                4,
                $"  {UntrustedText.Shortened(spot.Gap.ToString(), Limits.Message)}",
                new TextSpan($"  blinds {string.Join(", ", spot.Rules.Select(UntrustedText.Visible))}", Ink.Quiet));
        }
    }

    private static void Help(TextPage page, Diagnosis diagnosis)
    {
        if (diagnosis.Commands.IsEmpty && diagnosis.Others.IsEmpty)
        {
            return;
        }

        Section(page, "What opens their eyes");
        foreach (var command in diagnosis.Commands)
        {
            page.Line($"  {UntrustedText.Visible(command)}");
        }

        if (!diagnosis.Commands.IsEmpty)
        {
            page.Paragraph(2, "  Run it as root on any node, then run doctor again: an entry further down replaces what is inherited. PVEAuditor only reads; nothing needs more.");
        }

        if (!diagnosis.Others.IsEmpty)
        {
            page.Paragraph(2, $"  {Words.Count(diagnosis.Others.Length, "gap")} no privilege to read would close: a node that does not answer, a command that fails there, or what only a token sees that could also delete.");
        }
    }

    private static void Section(TextPage page, string title, bool isFirst = false)
    {
        if (!isFirst)
        {
            page.Blank();
        }

        page.Line(new TextSpan(title, Ink.Strong));
    }

    private static void Row(TextPage page, string label, TextSpan value)
        => page.Paragraph(Label + 2, new TextSpan($"  {label.PadRight(Label)}", Ink.Quiet), value);
}
