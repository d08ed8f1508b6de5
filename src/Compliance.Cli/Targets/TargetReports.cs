using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary>Writes what a run over several targets found: in the order of the file, whoever was ready first.</summary>
internal sealed class TargetReports(Terminal terminal, TargetLog log, bool mayUseColor, bool isQuiet)
{
    /// <summary>Writes the reports of the targets.</summary>
    /// <returns>the targets, with what went wrong in writing: it hides none of them</returns>
    public ImmutableArray<JudgedTarget> WriteEach(ImmutableArray<JudgedTarget> targets, ImmutableArray<TargetOutput> outputs)
        => [.. targets.Select(target => target with { Row = outputs.Where(output => output.Folder is not null).Aggregate(target.Row, (row, output) => Write(target, row, output)) })];

    /// <summary>Writes the overviews.</summary>
    /// <exception cref="UsageException">a file cannot be written</exception>
    public void WriteOverviews(Overview overview, ImmutableArray<JudgedTarget> targets, ImmutableArray<TargetOutput> outputs)
    {
        foreach (var output in outputs.Where(output => output.HasOverview))
        {
            var shown = overview with { Targets = [.. overview.Targets.Select(row => row with { Report = output.Folder is { } folder && File.Exists(Path.Combine(folder, output.ReportOf(row.Name))) ? output.ReportOf(row.Name) : null })] };
            if (output.OverviewFile is { } file)
            {
                OutputFile.Write(file, stream => Render(shown, targets, output, new ReportOptions { Width = null }, stream));
                Say(file);
            }
            else if (!isQuiet || overview.ExitCode != ExitCode.Compliant)
            {
                Render(shown, targets, output, new ReportOptions { UseColor = mayUseColor && terminal.UseColor, Width = terminal.Width }, terminal.Output);
            }
        }
    }

    private static void Render(Overview overview, ImmutableArray<JudgedTarget> targets, TargetOutput output, ReportOptions options, Stream stream)
    {
        OverviewFormats.Find(output.Format, options)!.Render(overview, stream);
        if (output.Format != ReportFormats.Names[0] || output.Folder is not null)
        {
            return;
        }

        // Nobody looks for a second file in a mail of cron: who is not compliant is told in full below.
        foreach (var target in targets.Where(target => target.Row is { Assessment: not null, Outcome: not Outcome.Compliant }))
        {
            stream.Write(Encoding.UTF8.GetBytes($"\n=== {target.Row.Name} ===\n\n"));
            ReportFormats.Find(output.Format, options)!.Render(target.Row.Assessment!, stream);
        }
    }

    private OverviewTarget Write(JudgedTarget target, OverviewTarget row, TargetOutput output)
    {
        var file = Path.Combine(output.Folder!, output.ReportOf(row.Name));
        try
        {
            if (row.Assessment is { } assessment)
            {
                var options = new ReportOptions { Width = null, Sources = SourceRoots.Of(target.Policy) };
                OutputFile.Write(file, stream => ReportFormats.Find(output.Format, options)!.Render(assessment, stream));
                Say(file);
            }
            else if (File.Exists(file))
            {
                // It is of an earlier run: whoever opens it would take that day's verdict for today's.
                File.Delete(file);
                log.Note(row.Name, $"removed {file}, which told of an earlier run");
            }

            return row;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && Faults.Of(fault) is { } known)
        {
            log.Note(row.Name, UntrustedText.Visible(known.Message));
            return row with { Fault = row.Fault is { } other ? $"{other}; {known.Message}" : known.Message, ExitCode = Math.Max(row.ExitCode, known.ExitCode) };
        }
    }

    private void Say(string file)
    {
        if (!isQuiet)
        {
            terminal.Error.WriteLine($"wrote {file}");
        }
    }
}
