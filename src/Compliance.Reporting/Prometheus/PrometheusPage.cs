using System.Globalization;
using System.Text;

namespace Compliance.Reporting;

/// <summary>Writes metrics in the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats), all of them gauges.</summary>
internal sealed class PrometheusPage
{
    private readonly StringBuilder _page = new();
    private readonly (string Name, string Value)[] _common;

    /// <param name="common">labels of every sample; values are untrusted text</param>
    public PrometheusPage(params (string Name, string Value)[] common) => _common = common;

    /// <param name="help">one line</param>
    /// <param name="samples">each with its own labels; a metric without samples is not written</param>
    public void Gauge(string name, string help, params IReadOnlyCollection<((string Name, string Value)[] Labels, double Value)> samples)
    {
        if (samples.Count == 0)
        {
            return;
        }

        _page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (labels, value) in samples)
        {
            var written = string.Join(',', _common.Concat(labels).Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""));
            _page.Append(CultureInfo.InvariantCulture, $"{name}{{{written}}} {value:R}\n");
        }
    }

    public override string ToString() => _page.ToString();

    // Line ends are visible already.
    private static string Escaped(string text) => UntrustedText.Shortened(text, Limits.Name).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
