using Compliance.Core.Model;
namespace Compliance.Reporting;
public sealed class MarkdownRenderer : IReportRenderer
{
    internal const string Name = "md";
    public string Format => Name;
    public void Render(Assessment assessment, Stream output) => throw new NotSupportedException();
}
