using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Trends on a terminal, an estate after the other.</summary>
/// <param name="isAscii">for terminals that have no blocks</param>
public sealed class TrendRenderer(ReportOptions options, bool isAscii)
{
    /// <summary>Writes them all; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    public void Render(ImmutableArray<Trend> trends, Stream output)
    {
        var page = new TextPage(options);
        foreach (var trend in trends)
        {
            page.Line(new TextSpan($"{UntrustedText.Shortened(trend.Estate, Limits.Name)}, policy {UntrustedText.Shortened(trend.Policy, Limits.Name)}", Ink.Strong));
            page.Line(new TextSpan($"  {TrendText.Title(trend)}", Ink.Quiet));
            foreach (var line in TrendText.Lines(trend, isAscii))
            {
                page.Line($"  {line.Label,-8}  ", line.Spark, $"  {line.Words}");
            }

            page.Blank();
        }

        page.Line(trends.IsEmpty ? "No run is kept yet." : $"A day without a run is {(isAscii ? "a ." : "a ·")}: nobody looked, which is not zero.");
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }
}
