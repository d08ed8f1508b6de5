using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For terminals: a line for each run; for one run its head and its findings.</summary>
public sealed class HistoryTextRenderer(ReportOptions options) : IHistoryRenderer
{
    public void Runs(ImmutableArray<RunSeries> history, Stream output)
    {
        var page = new TextPage(options);
        foreach (var series in history)
        {
            page.Line(new TextSpan($"{Name(series.Estate)}, policy {Name(series.Policy)}", Ink.Strong));
            page.Line(new TextSpan("   run  as of                    verdict    exit  errors  warnings  infos  unknown  waived  collected  judged  policy", Ink.Quiet));
            foreach (var run in series.Runs)
            {
                page.Line(
                    $"{run.Id,6}  {Words.ForPeople(run.AsOf)}  ",
                    new TextSpan(Words.Of(run.Gate).PadRight(9), InkOf(run.Gate)),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {run.ExitCode,4}  {run.Failed(Severity.Error),6}  {run.Failed(Severity.Warning),8}  {run.Failed(Severity.Info),5}  {run.Unknown,7}  {run.Counts.Waived,6}  {Seconds(run.Collecting),9}  {Seconds(run.Judging),6}  {Version(run)}"));
            }

            if (series.Start.Last is { } pruned)
            {
                page.Line(new TextSpan($"Pruned up to {Words.ForPeople(pruned.AsOf)}; since when findings are there stays known.", Ink.Quiet));
            }

            page.Blank();
        }

        page.Line(history.IsEmpty ? "No run is kept yet." : Words.Count(history.Sum(series => series.Runs.Length), "run") + ".");
        Write(page, output);
    }

    public void Run(HistoryRun run, Ledger ledger, Stream output)
    {
        var page = new TextPage(options);
        page.Paragraph(
            4,
            new TextSpan($"Run {run.Id}: {Words.Of(run.Gate)}", InkOf(run.Gate)),
            $"  {Name(run.Estate)}, exit code {run.ExitCode}: {Words.Count(run.Failed(Severity.Error), "error")}, {Words.Count(run.Failed(Severity.Warning), "warning")}, {Words.Count(run.Failed(Severity.Info), "info")}, {run.Unknown} unknown, {run.Counts.Waived} waived");
        page.Paragraph(0, LedgerText.Headline(ledger));
        page.Paragraph(0, new TextSpan($"As of {Words.ForPeople(run.AsOf)}, collected {Words.ForPeople(run.CollectedAt)} in {Seconds(run.Collecting)}, judged in {Seconds(run.Judging)} by pve-compliance {Name(run.Program)}", Ink.Quiet));
        page.Paragraph(0, new TextSpan($"Policy {Name(run.Policy)} {Version(run)} ({Name(run.PolicyDigest)}), estate {Name(run.EstateDigest)}", Ink.Quiet));
        if (!run.Notices.IsEmpty)
        {
            var told = run.Notices.Select(notice => $"{Name(notice.Channel)} {Words.Of(notice.State)}{(notice.Note is { } note ? $": {UntrustedText.Shortened(note, Limits.Value)}" : "")}");
            page.Paragraph(4, $"told: {string.Join("; ", told)}");
        }

        page.Blank();
        foreach (var entry in ledger.Findings)
        {
            Finding(page, entry);
        }

        foreach (var (title, entries) in LedgerText.Sections(ledger))
        {
            TextRenderer.Heading(page, $"{title} ({entries.Length})");
            foreach (var entry in entries)
            {
                page.Paragraph(4, LedgerText.Line(entry));
            }
        }

        Write(page, output);
    }

    private static void Finding(TextPage page, LedgerEntry entry)
    {
        var finding = entry.Finding;
        var weight = finding.Verdict == Verdict.Unknown ? "unknown" : Words.Of(finding.Severity);
        var waived = finding.WaivedUntil is { } day ? $", waived until {day:yyyy-MM-dd}" : "";
        var standing = LedgerText.Of(entry) is { } text ? $" ({text}{waived})" : waived.Length > 0 ? $" ({waived[2..]})" : "";
        page.Paragraph(4, new TextSpan(TextFinding.Subject(finding.Subject), Ink.Strong), $" {weight} {Name(finding.Rule)}{standing}: {UntrustedText.Shortened(finding.Message, Limits.Message)}");
        if (LedgerText.Detail(entry) is { } detail)
        {
            page.Paragraph(14, new TextSpan("    changed   ", Ink.Quiet), detail);
        }
    }

    private static void Write(TextPage page, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static string Version(HistoryRun run) => run.PolicyVersion is null ? "" : Name(run.PolicyVersion);

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");

    private static string Name(string text) => UntrustedText.Shortened(text, Limits.Name);

    private static Ink InkOf(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => Ink.Good,
        Outcome.Drift => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
