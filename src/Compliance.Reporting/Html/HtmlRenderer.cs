using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One page that holds everything: no request, one script it is whole without, readable on paper, on a phone and without colours.</summary>
public sealed class HtmlRenderer : IReportRenderer
{
    internal const string Name = "html";

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var page = PageTemplate.Render(HtmlModel.Of(ReportModel.Of(assessment)));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page);
    }
}
