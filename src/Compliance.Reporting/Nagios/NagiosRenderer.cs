using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One line for Nagios and what takes its plugins (Icinga, Checkmk, Zabbix): the state, why, and the counts as performance data.</summary>
public sealed class NagiosRenderer : IReportRenderer
{
    internal const string Name = "nagios";

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var report = ReportModel.Of(assessment);
        var (tally, estate) = (report.Findings, UntrustedText.Shortened(assessment.Estate.Name, Limits.Name));
        var ledger = assessment.Ledger is { Previous: not null } since
            ? string.Create(CultureInfo.InvariantCulture, $" ({since.Count(Standing.New)} new, {since.Resolved.Length} resolved since the run before)")
            : "";
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.Write($"{NagiosState.Name(NagiosState.Of(assessment))} - {NagiosState.Inert($"{estate}: {report.Headline}: {tally}{ledger}")} | ");
        // 'label'=value;warning;critical;minimum: the state follows the gate and not these, so no limit is named.
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"errors={tally.Errors};;;0 warnings={tally.Warnings};;;0 infos={tally.Infos};;;0 unknown={tally.Unknown};;;0 waived={tally.Waived};;;0 rules={assessment.Summary.Rules};;;0 subjects={assessment.Summary.Subjects};;;0"));
    }
}
